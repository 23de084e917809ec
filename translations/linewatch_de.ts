<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_GB">
<context>
    <name>About</name>
    <message>
        <source>an unknown compiler</source>
        <translation>einem unbekannten Compiler</translation>
    </message>
    <message>
        <source>About Linewatch</source>
        <translation>Über Linewatch</translation>
    </message>
    <message>
        <source>Linewatch %1</source>
        <translation>Linewatch %1</translation>
    </message>
    <message>
        <source>A machine-event monitor for factories.

Free software under the GNU General Public License, version 3 or later. It comes without any warranty.

Qt %1 (LGPL 3), Qt Charts (GPL 3), %2 (public domain), llhttp (MIT), RapidJSON (MIT), zlib (zlib licence). Built with %3.</source>
        <translation>Ein Maschinenereignis-Monitor für Fabriken.

Freie Software unter der GNU General Public License, Version 3 oder später. Ohne jede Gewährleistung.

Qt %1 (LGPL 3), Qt Charts (GPL 3), %2 (gemeinfrei), llhttp (MIT), RapidJSON (MIT), zlib (zlib-Lizenz). Übersetzt mit %3.</translation>
    </message>
</context>
<context>
    <name>ChartExport</name>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another folder.</source>
        <translation>%1 konnte nicht geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>ChartTable</name>
    <message>
        <source>From (%1)</source>
        <translation>Von (%1)</translation>
    </message>
    <message>
        <source>To (%1)</source>
        <translation>Bis (%1)</translation>
    </message>
    <message>
        <source>Events a minute</source>
        <translation>Ereignisse je Minute</translation>
    </message>
    <message>
        <source>Known defects a minute</source>
        <translation>Bekannte Fehler je Minute</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Known defects</source>
        <translation>Bekannte Fehler</translation>
    </message>
    <message>
        <source>Share (%)</source>
        <translation>Anteil (%)</translation>
    </message>
    <message>
        <source>Cumulative share (%)</source>
        <translation>Summierter Anteil (%)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>From (s)</source>
        <translation>Von (s)</translation>
    </message>
    <message>
        <source>Below (s)</source>
        <translation>Unter (s)</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>ComparedText</name>
    <message>
        <source>%1 % − %2 % = %3 points</source>
        <translation>%1 % − %2 % = %3 Punkte</translation>
    </message>
    <message>
        <source>%1 s − %2 s = %3 s</source>
        <translation>%1 s − %2 s = %3 s</translation>
    </message>
    <message>
        <source>%1 − %2 = %3</source>
        <translation>%1 − %2 = %3</translation>
    </message>
    <message>
        <source>%1, shown as %2</source>
        <translation>%1, gezeigt als %2</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>The two windows differ in length, so that sums over them are not subtracted.</source>
        <translation>Die beiden Zeiträume sind verschieden lang, darum werden Summen über sie nicht voneinander abgezogen.</translation>
    </message>
    <message>
        <source>No events in one of the two: there is nothing to subtract.</source>
        <translation>Keine Ereignisse in einem der beiden: Es gibt nichts abzuziehen.</translation>
    </message>
</context>
<context>
    <name>ComparedTrends</name>
    <message>
        <source>+%1 d</source>
        <translation>+%1 T</translation>
    </message>
    <message>
        <source>+%1 h</source>
        <translation>+%1 h</translation>
    </message>
    <message>
        <source>+%1 min</source>
        <translation>+%1 min</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Known defects an hour</source>
        <translation>Bekannte Fehler je Stunde</translation>
    </message>
    <message>
        <source>Defects per 100 events</source>
        <translation>Fehler je 100 Ereignisse</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>Known defects</source>
        <translation>Bekannte Fehler</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Run time</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Unknown defects</source>
        <translation>Unbekannte Fehler</translation>
    </message>
    <message>
        <source>Machines with events</source>
        <translation>Maschinen mit Ereignissen</translation>
    </message>
</context>
<context>
    <name>DurationText</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 (corrected)</source>
        <translation>%1 (berichtigt)</translation>
    </message>
</context>
<context>
    <name>ExplanationText</name>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>the plant</source>
        <translation>das Werk</translation>
    </message>
    <message>
        <source>Defect rate of %1</source>
        <translation>Fehlerrate: %1</translation>
    </message>
    <message>
        <source>Defects per 100 events of %1</source>
        <translation>Fehler je 100 Ereignisse: %1</translation>
    </message>
    <message>
        <source>Availability of %1</source>
        <translation>Verfügbarkeit: %1</translation>
    </message>
    <message>
        <source>known defects ÷ hours of the window</source>
        <translation>bekannte Fehler ÷ Stunden des Zeitraums</translation>
    </message>
    <message>
        <source>100 × known defects ÷ events</source>
        <translation>100 × bekannte Fehler ÷ Ereignisse</translation>
    </message>
    <message>
        <source>run time ÷ (length of the window × machines with at least one event), at most 100 %</source>
        <translation>Laufzeit ÷ (Länge des Zeitraums × Maschinen mit mindestens einem Ereignis), höchstens 100 %</translation>
    </message>
    <message>
        <source>%1 ÷ %2 s × %3 s = %4 an hour</source>
        <translation>%1 ÷ %2 s × %3 s = %4 je Stunde</translation>
    </message>
    <message>
        <source>100 × %1 ÷ %2 = %3</source>
        <translation>100 × %1 ÷ %2 = %3</translation>
    </message>
    <message>
        <source>%1 s ÷ (%2 s × %3) = %4 %</source>
        <translation>%1 s ÷ (%2 s × %3) = %4 %</translation>
    </message>
    <message>
        <source>Known defects</source>
        <translation>Bekannte Fehler</translation>
    </message>
    <message>
        <source>Run time</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Machines with events</source>
        <translation>Maschinen mit Ereignissen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Its length</source>
        <translation>Seine Länge</translation>
    </message>
    <message>
        <source>Every event knows its defects.</source>
        <translation>Jedes Ereignis kennt seine Fehler.</translation>
    </message>
    <message>
        <source>%1 of %2 events (%3 %) do not know their defects. They count as events, not as defects: the true figure may be higher.</source>
        <translation>%1 von %2 Ereignissen (%3 %) kennen ihre Fehler nicht. Sie zählen als Ereignisse, nicht als Fehler: Die wahre Zahl kann höher sein.</translation>
    </message>
    <message>
        <source>Rejected events are kept by machine; how many were of this line cannot be told.</source>
        <translation>Abgewiesene Ereignisse werden je Maschine aufbewahrt; wie viele zu dieser Linie gehörten, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>No rejected events were received in this window.</source>
        <translation>In diesem Zeitraum kamen keine abgewiesenen Ereignisse an.</translation>
    </message>
    <message>
        <source>At least %1 rejected events were received in this window; none of them counts.</source>
        <translation>In diesem Zeitraum kamen mindestens %1 abgewiesene Ereignisse an; keines davon zählt.</translation>
    </message>
    <message>
        <source>No events in this window: there is nothing to tell.</source>
        <translation>Keine Ereignisse in diesem Zeitraum: Es gibt nichts zu sagen.</translation>
    </message>
    <message>
        <source>Rejected events that were received in this window and do not count: %1.</source>
        <translation>Abgewiesene Ereignisse aus diesem Zeitraum, die nicht zählen: %1.</translation>
    </message>
    <message>
        <source>%1 s ÷ (%2 s × %3) &gt; 1, so %4 %</source>
        <translation>%1 s ÷ (%2 s × %3) &gt; 1, also %4 %</translation>
    </message>
    <message>
        <source>sum of the defects of %1 events = %2</source>
        <translation>Summe der Fehler von %1 Ereignissen = %2</translation>
    </message>
    <message>
        <source>%1 − %2 = %3 s</source>
        <translation>%1 − %2 = %3 s</translation>
    </message>
    <message>
        <source>%1 − %2 = %3</source>
        <translation>%1 − %2 = %3</translation>
    </message>
    <message>
        <source>measured: %1 ms</source>
        <translation>gemessen: %1 ms</translation>
    </message>
    <message>
        <source>%1 ÷ %2 s × %3 s = %4 a minute</source>
        <translation>%1 ÷ %2 s × %3 s = %4 je Minute</translation>
    </message>
    <message>
        <source>sum of the durations of %1 events = %2 s</source>
        <translation>Summe der Dauern von %1 Ereignissen = %2 s</translation>
    </message>
    <message>
        <source>number of machines = %1</source>
        <translation>Anzahl der Maschinen = %1</translation>
    </message>
    <message>
        <source>%1 s ÷ %2 = %3 s</source>
        <translation>%1 s ÷ %2 = %3 s</translation>
    </message>
    <message>
        <source>%1, shown as %2</source>
        <translation>%1, gezeigt als %2</translation>
    </message>
    <message>
        <source>Events that know their defects</source>
        <translation>Ereignisse, die ihre Fehler kennen</translation>
    </message>
    <message>
        <source>Events that do not</source>
        <translation>Ereignisse, die sie nicht kennen</translation>
    </message>
    <message>
        <source>the other %1 machines</source>
        <translation>die anderen %1 Maschinen</translation>
    </message>
    <message>
        <source>%1 of the newest %2 events</source>
        <translation>%1 der neuesten %2 Ereignisse</translation>
    </message>
    <message>
        <source>%1 of %2 events</source>
        <translation>%1 von %2 Ereignissen</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Berichtigt</translation>
    </message>
    <message>
        <source>Median, for comparison</source>
        <translation>Median zum Vergleich</translation>
    </message>
    <message>
        <source>All machines</source>
        <translation>Alle Maschinen</translation>
    </message>
    <message>
        <source>Limit of the defect rate</source>
        <translation>Grenze der Fehlerrate</translation>
    </message>
    <message>
        <source>Time in the event</source>
        <translation>Zeit im Ereignis</translation>
    </message>
    <message>
        <source>Stamp of the server</source>
        <translation>Stempel des Servers</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Newest events looked at</source>
        <translation>Betrachtete neueste Ereignisse</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Events that arrived</source>
        <translation>Angekommene Ereignisse</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Berichtigungen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Kept for the database</source>
        <translation>Für die Datenbank aufbewahrt</translation>
    </message>
    <message>
        <source>Batches that wait</source>
        <translation>Wartende Stapel</translation>
    </message>
    <message>
        <source>Defects per 100 events</source>
        <translation>Fehler je 100 Ereignisse</translation>
    </message>
    <message>
        <source>The window before</source>
        <translation>Der Zeitraum davor</translation>
    </message>
    <message>
        <source>There is no event of it to tell its clock by.</source>
        <translation>Es gibt kein Ereignis von ihr, an dem ihre Uhr zu erkennen wäre.</translation>
    </message>
    <message>
        <source>Nothing was made durable yet since the program was started.</source>
        <translation>Seit dem Start des Programms wurde noch nichts gespeichert.</translation>
    </message>
    <message>
        <source>The store was not read yet since the program was started.</source>
        <translation>Seit dem Start des Programms wurde der Speicher noch nicht gelesen.</translation>
    </message>
    <message>
        <source>No events in one of the two windows: there is nothing to compare.</source>
        <translation>Keine Ereignisse in einem der beiden Zeiträume: Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Events of %1</source>
        <translation>Ereignisse: %1</translation>
    </message>
    <message>
        <source>Events a minute of %1</source>
        <translation>Ereignisse je Minute: %1</translation>
    </message>
    <message>
        <source>Known defects of %1</source>
        <translation>Bekannte Fehler: %1</translation>
    </message>
    <message>
        <source>Unknown share of the events of %1</source>
        <translation>Unbekannter Anteil der Ereignisse: %1</translation>
    </message>
    <message>
        <source>Run time of %1</source>
        <translation>Laufzeit: %1</translation>
    </message>
    <message>
        <source>Machines with events of %1</source>
        <translation>Maschinen mit Ereignissen: %1</translation>
    </message>
    <message>
        <source>Mean cycle time of %1</source>
        <translation>Mittlere Zykluszeit: %1</translation>
    </message>
    <message>
        <source>Change of the defect rate of %1</source>
        <translation>Änderung der Fehlerrate: %1</translation>
    </message>
    <message>
        <source>Healthy machines of %1</source>
        <translation>Maschinen in Ordnung: %1</translation>
    </message>
    <message>
        <source>Clock of %1</source>
        <translation>Uhr: %1</translation>
    </message>
    <message>
        <source>Ingest: the newest commit</source>
        <translation>Annahme: der neueste Commit</translation>
    </message>
    <message>
        <source>Store: the newest reading</source>
        <translation>Speicher: das neueste Lesen</translation>
    </message>
    <message>
        <source>events whose time lies in the window, each once: what is sent again does not count again, and a correction counts in place of what it corrects</source>
        <translation>Ereignisse, deren Zeit im Zeitraum liegt, jedes einmal: Was noch einmal gesendet wird, zählt nicht noch einmal, und eine Berichtigung zählt anstelle dessen, was sie berichtigt</translation>
    </message>
    <message>
        <source>events ÷ minutes of the window</source>
        <translation>Ereignisse ÷ Minuten des Zeitraums</translation>
    </message>
    <message>
        <source>sum of the defects of the events in the window that know them</source>
        <translation>Summe der Fehler der Ereignisse im Zeitraum, die sie kennen</translation>
    </message>
    <message>
        <source>100 × events that do not know their defects ÷ events</source>
        <translation>100 × Ereignisse, die ihre Fehler nicht kennen ÷ Ereignisse</translation>
    </message>
    <message>
        <source>sum of the durations of the events in the window</source>
        <translation>Summe der Dauern der Ereignisse im Zeitraum</translation>
    </message>
    <message>
        <source>machines with at least one event in the window</source>
        <translation>Maschinen mit mindestens einem Ereignis im Zeitraum</translation>
    </message>
    <message>
        <source>run time ÷ events</source>
        <translation>Laufzeit ÷ Ereignisse</translation>
    </message>
    <message>
        <source>defect rate − defect rate of the window before</source>
        <translation>Fehlerrate − Fehlerrate des Zeitraums davor</translation>
    </message>
    <message>
        <source>all machines − those in another state. A state is the first that fits: No data (no event in the window), Silent (no event for longer than its limit, while the window runs), Warning (its defect rate reaches its limit), Healthy</source>
        <translation>alle Maschinen − jene in einem anderen Zustand. Ein Zustand ist der erste, der passt: Keine Daten (kein Ereignis im Zeitraum), Stumm (kein Ereignis seit längerem als ihrer Grenze, solange der Zeitraum läuft), Warnung (ihre Fehlerrate erreicht ihre Grenze), In Ordnung</translation>
    </message>
    <message>
        <source>time in the event − stamp of the server, of the newest events the one that was here soonest. Above zero the clock of the machine is ahead; below zero it is behind, or its events travel so long</source>
        <translation>Zeit im Ereignis − Stempel des Servers, von den neuesten Ereignissen dasjenige, das am schnellsten hier war. Über null geht die Uhr der Maschine vor; unter null geht sie nach, oder ihre Ereignisse sind so lange unterwegs</translation>
    </message>
    <message>
        <source>how long it took to make the newest events durable, as measured; beside it, what became of the events that arrived</source>
        <translation>wie lange es dauerte, die neuesten Ereignisse dauerhaft zu speichern, gemessen; daneben, was aus den angekommenen Ereignissen wurde</translation>
    </message>
    <message>
        <source>how long the newest reading of the store took, as measured</source>
        <translation>wie lange das neueste Lesen des Speichers dauerte, gemessen</translation>
    </message>
    <message>
        <source>State of %1</source>
        <translation>Zustand von %1</translation>
    </message>
    <message>
        <source>Last event of %1</source>
        <translation>Letztes Ereignis von %1</translation>
    </message>
    <message>
        <source>%1, beside another time</source>
        <translation>%1, neben einer anderen Zeit</translation>
    </message>
    <message>
        <source>%1, beside %2</source>
        <translation>%1, neben %2</translation>
    </message>
    <message>
        <source>the first that fits: No data (no event in the time that is looked at), Silent (no event for longer than its limit, while the window runs; never of a retired machine), Warning (its defect rate reaches its limit), Healthy</source>
        <translation>der erste, der passt: Keine Daten (kein Ereignis in der Zeit, die angesehen wird), Stumm (kein Ereignis seit längerem als ihrer Grenze, solange der Zeitraum läuft; nie bei einer außer Betrieben Maschine), Warnung (ihre Fehlerrate erreicht ihre Grenze), In Ordnung</translation>
    </message>
    <message>
        <source>the newest time in its events, as its own clock had it; corrections count, in whatever order they came</source>
        <translation>die neueste Zeit in ihren Ereignissen, wie ihre eigene Uhr sie hatte; Korrekturen zählen, in welcher Reihenfolge sie auch kamen</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Cannot listen on %1: %2.</source>
        <translation>Auf %1 kann kein Dienst angeboten werden: %2.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Auf dem Datenträger ist kein Platz mehr</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Der zugeteilte Speicherplatz ist aufgebraucht</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Die Datei ist zu groß</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Das ist nicht erlaubt</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Der Datenträger darf nur gelesen werden</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner ist nicht vorhanden</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Das ist kein Ordner</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Das ist ein Ordner</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Fehler beim Lesen oder Schreiben</translation>
    </message>
    <message>
        <source>Broken pipe</source>
        <translation>Der Empfänger liest nicht mehr</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>No locks available</source>
        <translation>Der Datenträger kann nichts sperren</translation>
    </message>
    <message>
        <source>cannot read the settings file %1</source>
        <translation>die Einstellungsdatei %1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>the settings file %1 is no INI file</source>
        <translation>die Einstellungsdatei %1 ist keine INI-Datei</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no address to listen on; give one such as 127.0.0.1:8080</source>
        <translation>„%1“ ist keine Adresse für den Dienst; richtig wäre zum Beispiel 127.0.0.1:8080</translation>
    </message>
    <message>
        <source>refusing to listen on %1: an address that other machines can reach needs access tokens, which this version does not have; use a loopback address</source>
        <translation>auf %1 wird kein Dienst angeboten: Eine Adresse, die andere Rechner erreichen, braucht Zugangsschlüssel, die es in dieser Version nicht gibt; bitte eine Loopback-Adresse verwenden</translation>
    </message>
    <message>
        <source>%1 is not a whole number</source>
        <translation>%1 ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>--demo has a store of its own; leave out --database</source>
        <translation>--demo hat einen eigenen Speicher; bitte --database weglassen</translation>
    </message>
    <message>
        <source>%1 See --help.</source>
        <translation>%1 Siehe --help.</translation>
    </message>
    <message>
        <source>there is no command &apos;%1&apos;. See --help.</source>
        <translation>den Befehl „%1“ gibt es nicht. Siehe --help.</translation>
    </message>
    <message>
        <source>this window of time has not begun yet</source>
        <translation>dieses Zeitfenster hat noch nicht begonnen</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>to standard output</source>
        <translation>Die Standardausgabe</translation>
    </message>
    <message>
        <source>%1 is a folder; name a file in it</source>
        <translation>%1 ist ein Ordner; bitte eine Datei darin angeben</translation>
    </message>
    <message>
        <source>cannot write %1: it is there and may not be changed</source>
        <translation>%1 kann nicht geschrieben werden: Die Datei ist schon da und darf nicht geändert werden</translation>
    </message>
    <message>
        <source>cannot write %1: there is no folder %2</source>
        <translation>%1 kann nicht geschrieben werden: Den Ordner %2 gibt es nicht</translation>
    </message>
    <message>
        <source>%1 answered %2</source>
        <translation>%1 hat mit %2 geantwortet</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>the connection ended within an answer, or the answer was no HTTP</source>
        <translation>die Verbindung endete mitten in einer Antwort, oder die Antwort war kein HTTP</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of Linewatch (schema %2, this program knows %3); install that version or choose another store with --database</source>
        <translation>%1 stammt von einer neueren Version von Linewatch (Schema %2, dieses Programm kennt %3); bitte diese Version installieren oder mit --database einen anderen Speicher wählen</translation>
    </message>
    <message>
        <source>%1 is no store of Linewatch; choose another with --database</source>
        <translation>%1 ist kein Speicher von Linewatch; bitte mit --database einen anderen wählen</translation>
    </message>
    <message>
        <source>%1 was made by an older version of Linewatch; start linewatchd on it once, which brings it up to date</source>
        <translation>%1 stammt von einer älteren Version von Linewatch; bitte linewatchd einmal damit starten, das bringt ihn auf den neuen Stand</translation>
    </message>
    <message>
        <source>there is no store %1; choose another with --database</source>
        <translation>den Speicher %1 gibt es nicht; bitte mit --database einen anderen wählen</translation>
    </message>
    <message>
        <source>cannot open %1: %2</source>
        <translation>%1 kann nicht geöffnet werden: %2</translation>
    </message>
    <message>
        <source>another program keeps it locked</source>
        <translation>ein anderes Programm hält ihn gesperrt</translation>
    </message>
    <message>
        <source>it may not be changed</source>
        <translation>er darf nicht geändert werden</translation>
    </message>
    <message>
        <source>the disk cannot be read or written</source>
        <translation>der Datenträger kann nicht gelesen oder beschrieben werden</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the file cannot be opened</source>
        <translation>die Datei kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>the file is no database</source>
        <translation>die Datei ist keine Datenbank</translation>
    </message>
    <message>
        <source>cannot make the folder %1 for the store; choose another with --database</source>
        <translation>der Ordner %1 für den Speicher kann nicht angelegt werden; bitte mit --database einen anderen wählen</translation>
    </message>
    <message>
        <source>cannot open the store %1: %2 (%3)</source>
        <translation>der Speicher %1 kann nicht geöffnet werden: %2 (%3)</translation>
    </message>
    <message>
        <source>the store %1 is in use by another Linewatch process; stop that one or choose another store with --database</source>
        <translation>der Speicher %1 wird schon von einem anderen Linewatch verwendet; bitte jenes beenden oder mit --database einen anderen Speicher wählen</translation>
    </message>
    <message>
        <source>cannot lock the store %1: %2</source>
        <translation>der Speicher %1 kann nicht gesperrt werden: %2</translation>
    </message>
    <message>
        <source>cannot make a folder in %1</source>
        <translation>in %1 kann kein Ordner angelegt werden</translation>
    </message>
    <message>
        <source>another writer was in the way</source>
        <translation>ein anderer Schreiber war im Weg</translation>
    </message>
    <message>
        <source>the setting %1 is a whole number from %2 to %3, not &apos;%4&apos;</source>
        <translation>die Einstellung %1 ist eine ganze Zahl von %2 bis %3, nicht „%4“</translation>
    </message>
    <message>
        <source>the program is ending</source>
        <translation>das Programm wird gerade beendet</translation>
    </message>
    <message>
        <source>SQLite reports error %1 (%2)</source>
        <translation>SQLite meldet Fehler %1 (%2)</translation>
    </message>
    <message>
        <source>the settings store/tlsCertificate and store/tlsKey go together, and with store/tlsCa</source>
        <translation>die Einstellungen store/tlsCertificate und store/tlsKey gehören zusammen und zu store/tlsCa</translation>
    </message>
    <message>
        <source>cannot read the file %1</source>
        <translation>die Datei %1 lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; names no database; give sqlite:/path/file.db or mysql://USER@HOST:PORT/NAME</source>
        <translation>„%1“ nennt keine Datenbank; geben Sie sqlite:/pfad/datei.db oder mysql://BENUTZER@HOST:PORT/NAME an</translation>
    </message>
    <message>
        <source>a password does not belong into the database&apos;s URL, where others can read it; give it in LINEWATCH_DB_PASSWORD or in the settings file</source>
        <translation>ein Passwort gehört nicht in die URL der Datenbank, wo andere es lesen können; geben Sie es in LINEWATCH_DB_PASSWORD oder in der Einstellungsdatei an</translation>
    </message>
    <message>
        <source>%1 does not encrypt the connection, although the settings ask for TLS; set it up on the server</source>
        <translation>%1 verschlüsselt die Verbindung nicht, obwohl die Einstellungen TLS verlangen; richten Sie es auf dem Server ein</translation>
    </message>
    <message>
        <source>the connection to the server was lost</source>
        <translation>die Verbindung zum Server ging verloren</translation>
    </message>
    <message>
        <source>the server cannot be reached</source>
        <translation>der Server ist nicht zu erreichen</translation>
    </message>
    <message>
        <source>the server does not accept the user or the password</source>
        <translation>der Server nimmt den Benutzer oder das Passwort nicht an</translation>
    </message>
    <message>
        <source>the server has no such database</source>
        <translation>der Server hat keine solche Datenbank</translation>
    </message>
    <message>
        <source>the server reports error %1</source>
        <translation>der Server meldet Fehler %1</translation>
    </message>
    <message>
        <source>another process writes under the number of this one</source>
        <translation>ein anderer Prozess schreibt unter der Nummer von diesem</translation>
    </message>
    <message>
        <source>cannot open %1: Qt&apos;s driver %2 is not installed (Debian has it in libqt6sql6-mysql)</source>
        <translation>%1 lässt sich nicht öffnen: Qts Treiber %2 ist nicht installiert (Debian hat ihn in libqt6sql6-mysql)</translation>
    </message>
    <message>
        <source>%1 has been written by %2 processes within a minute, more than may; another can do so a minute after one of them has ended</source>
        <translation>%1 wurde binnen einer Minute von %2 Prozessen geschrieben, mehr dürfen es nicht sein; eine Minute nach dem Ende von einem kann es ein anderer</translation>
    </message>
    <message>
        <source>batch %1 in the spool is damaged, or a newer version of Linewatch wrote it</source>
        <translation>Paket %1 im Zwischenspeicher ist beschädigt, oder eine neuere Version von Linewatch hat es geschrieben</translation>
    </message>
    <message>
        <source>the setting %1 is 0, for no spool, or a whole number from %2 to %3, not &apos;%4&apos;</source>
        <translation>die Einstellung %1 ist 0, für keinen Zwischenspeicher, oder eine ganze Zahl von %2 bis %3, nicht „%4“</translation>
    </message>
    <message>
        <source>the spool %1 holds %2 batches for the database %3; start once with that database, or name another file in the setting spool/file</source>
        <translation>der Zwischenspeicher %1 enthält %2 Pakete für die Datenbank %3; starten Sie einmal mit dieser Datenbank, oder nennen Sie in der Einstellung spool/file eine andere Datei</translation>
    </message>
    <message>
        <source>cannot make the folder %1 for the spool; name another file in the setting spool/file</source>
        <translation>der Ordner %1 für den Zwischenspeicher kann nicht angelegt werden; nennen Sie in der Einstellung spool/file eine andere Datei</translation>
    </message>
    <message>
        <source>the spool %1 is in use by another Linewatch process; give this one a file of its own in the setting spool/file</source>
        <translation>der Zwischenspeicher %1 wird von einem anderen Linewatch-Prozess benutzt; geben Sie diesem in der Einstellung spool/file eine eigene Datei</translation>
    </message>
    <message>
        <source>--viewer shows a window, which linewatchd does not have; start linewatch with it</source>
        <translation>--viewer zeigt ein Fenster, und linewatchd hat keines; bitte linewatch damit starten</translation>
    </message>
    <message>
        <source>a viewer takes no events; leave out --listen and --demo, or --viewer</source>
        <translation>ein Betrachter nimmt keine Ereignisse an; bitte --listen und --demo weglassen, oder --viewer</translation>
    </message>
    <message>
        <source>name one file for the backup. See backup --help.</source>
        <translation>eine Datei für die Sicherung angeben. Siehe backup --help.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not understood; name the store with --database</source>
        <translation>„%1“ ist nicht verständlich; der Speicher wird mit --database angegeben</translation>
    </message>
    <message>
        <source>the store %1 is damaged and could not be set aside as %2: %3; move it and what is beside it away, copy a backup to its place and start again</source>
        <translation>der Speicher %1 ist beschädigt und ließ sich nicht als %2 beiseitelegen: %3; ihn und die Dateien daneben wegbewegen, eine Sicherung an seine Stelle kopieren und neu starten</translation>
    </message>
    <message>
        <source>the store %1 is damaged and was set aside as %2; to restore, copy a backup to the old place and start again (without a backup a start makes a new store); linewatchd check --database sqlite:%2 says what is wrong</source>
        <translation>der Speicher %1 ist beschädigt und wurde als %2 beiseitegelegt; zum Wiederherstellen eine Sicherung an die alte Stelle kopieren und neu starten (ohne Sicherung legt ein Start einen neuen Speicher an); linewatchd check --database sqlite:%2 sagt, was nicht stimmt</translation>
    </message>
    <message>
        <source>the file is damaged; linewatchd check says what is wrong with it</source>
        <translation>die Datei ist beschädigt; linewatchd check sagt, was mit ihr nicht stimmt</translation>
    </message>
    <message>
        <source>%1 is backed up with the tools of its engine: mariadb-backup, or mariadb-dump --single-transaction (docs/operations.md)</source>
        <translation>%1 wird mit den Werkzeugen seines Servers gesichert: mariadb-backup oder mariadb-dump --single-transaction (docs/operations.md)</translation>
    </message>
    <message>
        <source>%1 is there already and is not replaced; choose another name for the backup</source>
        <translation>%1 gibt es schon und wird nicht ersetzt; einen anderen Namen für die Sicherung wählen</translation>
    </message>
    <message>
        <source>no retention is set; say in the settings file how many days events are kept: retentionDays in the section [store]</source>
        <translation>es ist keine Aufbewahrung eingestellt; in der Einstellungsdatei angeben, wie viele Tage Ereignisse bleiben: retentionDays im Abschnitt [store]</translation>
    </message>
    <message>
        <source>no store is open</source>
        <translation>kein Speicher ist geöffnet</translation>
    </message>
    <message>
        <source>too many questions wait already</source>
        <translation>zu viele Fragen warten schon</translation>
    </message>
    <message>
        <source>Cannot go on listening: %1.</source>
        <translation>Der Empfang kann nicht fortgesetzt werden: %1.</translation>
    </message>
    <message>
        <source>there was no answer in %1 seconds; check the host, the port and whether a firewall is between</source>
        <translation>binnen %1 Sekunden kam keine Antwort; bitte Rechner, Port und eine Firewall dazwischen prüfen</translation>
    </message>
    <message>
        <source>the setting %1 is a number from %2 to %3, not &apos;%4&apos;</source>
        <translation>die Einstellung %1 ist eine Zahl von %2 bis %3, nicht „%4“</translation>
    </message>
    <message>
        <source>the setting %1 is one of %2, not &apos;%3&apos;</source>
        <translation>die Einstellung %1 ist eines von %2, nicht „%3“</translation>
    </message>
    <message>
        <source>the setting %1 is &apos;system&apos; or a time zone such as Europe/Berlin, not &apos;%2&apos;</source>
        <translation>die Einstellung %1 ist „system“ oder eine Zeitzone wie Europe/Berlin, nicht „%2“</translation>
    </message>
    <message>
        <source>there is no setting %1; did you mean %2?</source>
        <translation>eine Einstellung %1 gibt es nicht; war %2 gemeint?</translation>
    </message>
    <message>
        <source>there is no setting %1</source>
        <translation>eine Einstellung %1 gibt es nicht</translation>
    </message>
    <message>
        <source>cannot write the settings file %1: %2</source>
        <translation>die Einstellungsdatei %1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>one link can be opened at a time, not &apos;%1&apos; too</source>
        <translation>es kann nur ein Link auf einmal geöffnet werden, nicht auch „%1“</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no link</source>
        <translation>„%1“ ist kein Link</translation>
    </message>
    <message>
        <source>nothing can be written into the folder %1; name a file in another one, or have the rights on it changed</source>
        <translation>in den Ordner %1 lässt sich nichts schreiben; bitte eine Datei in einem anderen nennen oder die Rechte ändern lassen</translation>
    </message>
    <message>
        <source>%1 is no file; name one</source>
        <translation>%1 ist keine Datei; bitte eine nennen</translation>
    </message>
    <message>
        <source>the file %1 cannot be written; name another one, or have the rights on it changed</source>
        <translation>die Datei %1 lässt sich nicht schreiben; bitte eine andere nennen oder ihre Rechte ändern lassen</translation>
    </message>
    <message>
        <source>%1: there is a store, and it can be used</source>
        <translation>%1: ein Speicher ist da und lässt sich benutzen</translation>
    </message>
    <message>
        <source>there is no store yet; it is made when Linewatch next starts</source>
        <translation>noch gibt es keinen Speicher; er entsteht beim nächsten Start von Linewatch</translation>
    </message>
    <message>
        <source>the user %1 may not do what Linewatch has to (%2); have an administrator of the server run GRANT ALL ON %3.* TO the user</source>
        <translation>der Benutzer %1 darf nicht, was Linewatch tun muss (%2); ein Verwalter des Servers möge ihm mit GRANT ALL ON %3.* TO die Rechte geben</translation>
    </message>
    <message>
        <source>%1; check the host&apos;s name, the port, and whether the server runs</source>
        <translation>%1; bitte Namen des Rechners und Port prüfen, und ob der Server läuft</translation>
    </message>
    <message>
        <source>%1; check the user, the password and the database&apos;s name, and that the user has rights on it</source>
        <translation>%1; bitte Benutzer, Passwort und Namen der Datenbank prüfen, und ob der Benutzer Rechte an ihr hat</translation>
    </message>
    <message>
        <source>%1: there is no store yet; it is made when Linewatch next starts</source>
        <translation>%1: noch gibt es keinen Speicher; er entsteht beim nächsten Start von Linewatch</translation>
    </message>
    <message>
        <source>a name has at most %1 characters and no control characters</source>
        <translation>ein Name hat höchstens %1 Zeichen und keine Steuerzeichen</translation>
    </message>
    <message>
        <source>notes have at most %1 characters and no control characters other than tabs and ends of lines</source>
        <translation>Notizen haben höchstens %1 Zeichen und keine Steuerzeichen außer Tabulatoren und Zeilenenden</translation>
    </message>
    <message>
        <source>a factory&apos;s id has 1 to %1 characters and no control characters</source>
        <translation>die Kennung eines Werks hat 1 bis %1 Zeichen und keine Steuerzeichen</translation>
    </message>
    <message>
        <source>a machine changes its line at most %1 times</source>
        <translation>eine Maschine wechselt höchstens %1-mal die Linie</translation>
    </message>
    <message>
        <source>two lines of a machine count from the same time, or not in order</source>
        <translation>zwei Linien einer Maschine gelten ab derselben Zeit oder stehen nicht in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>a line&apos;s id has 1 to %1 characters and no control characters</source>
        <translation>die Kennung einer Linie hat 1 bis %1 Zeichen und keine Steuerzeichen</translation>
    </message>
    <message>
        <source>the time from which a line counts is no time of a calendar</source>
        <translation>die Zeit, ab der eine Linie gilt, steht in keinem Kalender</translation>
    </message>
    <message>
        <source>the ideal cycle is 1 to %1 ms</source>
        <translation>der ideale Takt ist 1 bis %1 ms</translation>
    </message>
    <message>
        <source>the units of a cycle are 1 to %1</source>
        <translation>die Einheiten je Takt sind 1 bis %1</translation>
    </message>
    <message>
        <source>the silence limit is %1 to %2 seconds</source>
        <translation>die Frist bis „Stumm“ ist %1 bis %2 Sekunden</translation>
    </message>
    <message>
        <source>the threshold is %1 to %2 defects an hour</source>
        <translation>der Grenzwert ist %1 bis %2 Fehler je Stunde</translation>
    </message>
    <message>
        <source>the time since when it is retired is no time of a calendar</source>
        <translation>die Zeit, seit der sie außer Betrieb ist, steht in keinem Kalender</translation>
    </message>
    <message>
        <source>a machine&apos;s id has 1 to %1 characters and no control characters</source>
        <translation>die Kennung einer Maschine hat 1 bis %1 Zeichen und keine Steuerzeichen</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>%1 is larger than 64 MiB; give it in parts</source>
        <translation>%1 ist größer als 64 MiB; teilen Sie die Datei auf</translation>
    </message>
    <message>
        <source>a quote or a carriage return stands where none may be</source>
        <translation>ein Anführungszeichen oder ein Wagenrücklauf steht, wo keines stehen darf</translation>
    </message>
    <message>
        <source>it has bytes that are no UTF-8 text</source>
        <translation>sie enthält Bytes, die kein Text in UTF-8 sind</translation>
    </message>
    <message>
        <source>row %1: a quote is opened and never closed</source>
        <translation>Zeile %1: ein Anführungszeichen wird geöffnet und nie geschlossen</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; is no whole number</source>
        <translation>%1: „%2“ ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; is no number, or is too exact</source>
        <translation>%1: „%2“ ist keine Zahl oder zu genau</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; is no time such as 2026-01-15T06:00:00+01:00</source>
        <translation>%1: „%2“ ist keine Zeit wie 2026-01-15T06:00:00+01:00</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; is neither yes nor no</source>
        <translation>%1: „%2“ ist weder yes noch no</translation>
    </message>
    <message>
        <source>%1: &apos;%2&apos; does not begin with a time or &apos;always&apos;, a blank and a line</source>
        <translation>%1: „%2“ beginnt nicht mit einer Zeit oder „always“, einem Leerzeichen und einer Linie</translation>
    </message>
    <message>
        <source>with formerLines, lineFrom says from when the line counts</source>
        <translation>neben formerLines sagt lineFrom, ab wann die Linie gilt</translation>
    </message>
    <message>
        <source>there are two columns %1</source>
        <translation>die Spalte %1 gibt es zweimal</translation>
    </message>
    <message>
        <source>lineFrom and formerLines need a column line</source>
        <translation>lineFrom und formerLines brauchen eine Spalte line</translation>
    </message>
    <message>
        <source>formerLines needs a column lineFrom</source>
        <translation>formerLines braucht eine Spalte lineFrom</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>row %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>it has %1 cells, the first row has %2</source>
        <translation>sie hat %1 Zellen, die erste Zeile hat %2</translation>
    </message>
    <message>
        <source>the machine is in row %1 already</source>
        <translation>die Maschine steht schon in Zeile %1</translation>
    </message>
    <message>
        <source>the registry was changed meanwhile; look at what it is now and try again</source>
        <translation>das Verzeichnis wurde inzwischen geändert; sehen Sie nach, wie es jetzt ist, und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>%1 was changed again since; this change cannot be undone</source>
        <translation>%1 wurde seitdem noch einmal geändert; diese Änderung lässt sich nicht zurücknehmen</translation>
    </message>
    <message>
        <source>that change was undone already, or is too long ago to be undone</source>
        <translation>diese Änderung wurde schon zurückgenommen oder ist zu lange her</translation>
    </message>
    <message>
        <source>what the registry was before that change cannot be read</source>
        <translation>wie das Verzeichnis vor dieser Änderung war, ist nicht lesbar</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not understood. See export %2 --help.</source>
        <translation>„%1“ wird nicht verstanden. Siehe export %2 --help.</translation>
    </message>
    <message>
        <source>say what to import, machines or lines, and from which file. See import --help.</source>
        <translation>bitte angeben, was eingelesen werden soll, machines oder lines, und aus welcher Datei. Siehe import --help.</translation>
    </message>
    <message>
        <source>%1 is no file</source>
        <translation>%1 ist keine Datei</translation>
    </message>
    <message>
        <source>the first row names the columns, and there is no %1 in it</source>
        <translation>die erste Zeile benennt die Spalten, und %1 ist nicht darunter</translation>
    </message>
    <message>
        <source>the line is in row %1 already</source>
        <translation>die Linie steht schon in Zeile %1</translation>
    </message>
    <message>
        <source>cannot start %1 again</source>
        <translation>%1 kann nicht neu gestartet werden</translation>
    </message>
</context>
<context>
    <name>FigureText</name>
    <message>
        <source>%1 /h</source>
        <translation>%1 /h</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 /min</source>
        <translation>%1 /min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>GroupMenu</name>
    <message>
        <source>&amp;Open</source>
        <translation>Öff&amp;nen</translation>
    </message>
    <message>
        <source>Show its &amp;events</source>
        <translation>Seine &amp;Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Explain the &amp;defect rate</source>
        <translation>&amp;Fehlerrate erklären</translation>
    </message>
    <message>
        <source>Explain the defects &amp;per 100 events</source>
        <translation>Fehler &amp;je 100 Ereignisse erklären</translation>
    </message>
    <message>
        <source>Explain the &amp;availability</source>
        <translation>&amp;Verfügbarkeit erklären</translation>
    </message>
    <message>
        <source>Explain the &amp;number of events</source>
        <translation>&amp;Anzahl der Ereignisse erklären</translation>
    </message>
    <message>
        <source>Explain the &amp;known defects</source>
        <translation>&amp;Bekannte Fehler erklären</translation>
    </message>
    <message>
        <source>Explain the &amp;unknown share</source>
        <translation>&amp;Unbekannten Anteil erklären</translation>
    </message>
    <message>
        <source>Explain the &amp;run time</source>
        <translation>&amp;Laufzeit erklären</translation>
    </message>
    <message>
        <source>Explain the number of &amp;machines</source>
        <translation>Anzahl der &amp;Maschinen erklären</translation>
    </message>
    <message>
        <source>Explain the &amp;change of the defect rate</source>
        <translation>Ä&amp;nderung der Fehlerrate erklären</translation>
    </message>
    <message>
        <source>Explain the c&amp;ycle time</source>
        <translation>&amp;Zykluszeit erklären</translation>
    </message>
    <message>
        <source>Explain the &amp;figure</source>
        <translation>&amp;Kennzahl erklären</translation>
    </message>
    <message>
        <source>Explain the &amp;states</source>
        <translation>&amp;Zustände erklären</translation>
    </message>
    <message>
        <source>Explain the &amp;state</source>
        <translation>&amp;Zustand erklären</translation>
    </message>
    <message>
        <source>Explain the &amp;last event</source>
        <translation>&amp;Letztes Ereignis erklären</translation>
    </message>
</context>
<context>
    <name>GroupTexts</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Line counts from</source>
        <translation>Linie gilt ab</translation>
    </message>
    <message>
        <source>Former lines</source>
        <translation>Frühere Linien</translation>
    </message>
    <message>
        <source>Factory</source>
        <translation>Werk</translation>
    </message>
    <message>
        <source>Ideal cycle (ms)</source>
        <translation>Idealer Takt (ms)</translation>
    </message>
    <message>
        <source>Units a cycle</source>
        <translation>Stück je Takt</translation>
    </message>
    <message>
        <source>Silent after (s)</source>
        <translation>Stumm nach (s)</translation>
    </message>
    <message>
        <source>Warning from (defects/h)</source>
        <translation>Warnung ab (Fehler/h)</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Retired since</source>
        <translation>Außer Betrieb seit</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>New machine</source>
        <translation>Neue Maschine</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Neue Linie</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>Nichts ändert sich</translation>
    </message>
</context>
<context>
    <name>JudgementText</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 − %2 = %3 s &gt; %4 s, so %5</source>
        <translation>%1 − %2 = %3 s &gt; %4 s, also %5</translation>
    </message>
    <message>
        <source>%1 − %2 = %3 s ≤ %4 s, so not %5</source>
        <translation>%1 − %2 = %3 s ≤ %4 s, also nicht %5</translation>
    </message>
    <message>
        <source>%1 ÷ %2 s × %3 s = %4 an hour ≥ %5 an hour, so %6</source>
        <translation>%1 ÷ %2 s × %3 s = %4 in der Stunde ≥ %5 in der Stunde, also %6</translation>
    </message>
    <message>
        <source>%1 ÷ %2 s × %3 s = %4 an hour &lt; %5 an hour, so %6</source>
        <translation>%1 ÷ %2 s × %3 s = %4 in der Stunde &lt; %5 in der Stunde, also %6</translation>
    </message>
    <message>
        <source>not asked, as the window is over</source>
        <translation>nicht gefragt, weil der Zeitraum vorbei ist</translation>
    </message>
    <message>
        <source>not asked, as it is retired</source>
        <translation>nicht gefragt, weil sie außer Betrieb ist</translation>
    </message>
    <message>
        <source>%1: no event, so %2</source>
        <translation>%1: kein Ereignis, also %2</translation>
    </message>
    <message>
        <source>Judged at</source>
        <translation>Beurteilt um</translation>
    </message>
    <message>
        <source>Newest event</source>
        <translation>Neuestes Ereignis</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>No data without one in</source>
        <translation>Keine Daten ohne eines in</translation>
    </message>
    <message>
        <source>Retired since</source>
        <translation>Außer Betrieb seit</translation>
    </message>
    <message>
        <source>Silent after more than</source>
        <translation>Stumm nach mehr als</translation>
    </message>
    <message>
        <source>Known defects</source>
        <translation>Bekannte Fehler</translation>
    </message>
    <message>
        <source>Counted over</source>
        <translation>Gezählt über</translation>
    </message>
    <message>
        <source>Limit of the defect rate</source>
        <translation>Grenze der Fehlerrate</translation>
    </message>
    <message>
        <source>It is retired, so nobody waits for its events: it is never Silent.</source>
        <translation>Sie ist außer Betrieb, niemand wartet auf ihre Ereignisse: Sie ist nie Stumm.</translation>
    </message>
    <message>
        <source>%1 of the %2 events whose defects count do not know theirs: the true rate may be higher.</source>
        <translation>%1 der %2 Ereignisse, deren Fehler zählen, kennen ihre nicht: Die wahre Rate kann höher sein.</translation>
    </message>
    <message>
        <source>Rejected events do not count: a machine whose events are all rejected is as one that sends none.</source>
        <translation>Abgewiesene Ereignisse zählen nicht: Eine Maschine, deren Ereignisse alle abgewiesen werden, ist wie eine, die keine sendet.</translation>
    </message>
</context>
<context>
    <name>KeyFigures</name>
    <message>
        <source>as in %1</source>
        <translation>wie in %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 gegenüber %2</translation>
    </message>
    <message>
        <source>no events in %1</source>
        <translation>keine Ereignisse in %1</translation>
    </message>
    <message numerus="yes">
        <source>%n warning</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silent</source>
        <translation>
            <numerusform>%n stumm</numerusform>
            <numerusform>%n stumm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no data</source>
        <translation>
            <numerusform>%n ohne Daten</numerusform>
            <numerusform>%n ohne Daten</numerusform>
        </translation>
    </message>
    <message>
        <source>none in warning, none silent</source>
        <translation>keine mit Warnung, keine stumm</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>of %1 healthy</source>
        <translation>von %1 in Ordnung</translation>
    </message>
    <message>
        <source>over %1 %</source>
        <translation>über %1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>/min</source>
        <translation>/min</translation>
    </message>
    <message>
        <source>Defects, %1</source>
        <translation>Fehler, %1</translation>
    </message>
    <message>
        <source>no events</source>
        <translation>keine Ereignisse</translation>
    </message>
    <message>
        <source>%1 per 100 events</source>
        <translation>%1 je 100 Ereignisse</translation>
    </message>
    <message>
        <source>%1, %2 unknown</source>
        <translation>%1, %2 unbekannt</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>Ingest</source>
        <translation>Annahme</translation>
    </message>
    <message>
        <source>Ingest, %1</source>
        <translation>Annahme, %1</translation>
    </message>
    <message>
        <source>ms to commit</source>
        <translation>ms je Commit</translation>
    </message>
    <message>
        <source>%1 waiting, %2 duplicates, %3 corrections, %4 rejected</source>
        <translation>%1 wartend, %2 doppelt, %3 berichtigt, %4 abgewiesen</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>ms to read</source>
        <translation>ms zum Lesen</translation>
    </message>
    <message>
        <source>only the nodes know of duplicates and rejected events</source>
        <translation>doppelte und abgewiesene kennen nur die Knoten</translation>
    </message>
    <message>
        <source>Ingest, this node</source>
        <translation>Annahme, dieser Knoten</translation>
    </message>
</context>
<context>
    <name>LastEventText</name>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Received by the clock of its sender</source>
        <translation>Empfangen nach der Uhr des Absenders</translation>
    </message>
    <message>
        <source>Received by the clock of the server</source>
        <translation>Empfangen nach der Uhr des Servers</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Korrekturen</translation>
    </message>
    <message>
        <source>newest time in an event = %1, shown as %2</source>
        <translation>neueste Zeit in einem Ereignis = %1, gezeigt als %2</translation>
    </message>
    <message>
        <source>Time by the clock of the machine</source>
        <translation>Zeit nach der Uhr der Maschine</translation>
    </message>
    <message>
        <source>Newest receipt of any of its events</source>
        <translation>Neuester Empfang irgendeines ihrer Ereignisse</translation>
    </message>
    <message>
        <source>The event has another time or another machine by now: it was corrected since this was shown.</source>
        <translation>Das Ereignis hat inzwischen eine andere Zeit oder eine andere Maschine: Es wurde korrigiert, seit dies gezeigt wurde.</translation>
    </message>
    <message>
        <source>Of several clocks none is known to be right: what came late has an older time than what was received before it.</source>
        <translation>Von mehreren Uhren weiß man von keiner, dass sie richtig geht: Was spät kam, hat eine ältere Zeit als das, was davor empfangen wurde.</translation>
    </message>
    <message>
        <source>Rejected events are not looked at.</source>
        <translation>Abgewiesene Ereignisse werden nicht angesehen.</translation>
    </message>
</context>
<context>
    <name>LineFigures</name>
    <message>
        <source>no events in %1</source>
        <translation>keine Ereignisse in %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 gegenüber %2</translation>
    </message>
    <message>
        <source>%1, %2 of events unknown</source>
        <translation>%1, bei %2 der Ereignisse unbekannt</translation>
    </message>
    <message>
        <source>none in warning, none silent</source>
        <translation>keine mit Warnung, keine stumm</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>of %1 healthy</source>
        <translation>von %1 in Ordnung</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 davor</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>%1 run time; %2</source>
        <translation>%1 Laufzeit; %2</translation>
    </message>
    <message>
        <source>the time before</source>
        <translation>die Zeit davor</translation>
    </message>
    <message>
        <source>Defect rate</source>
        <translation>Fehlerrate</translation>
    </message>
    <message>
        <source>/h</source>
        <translation>/h</translation>
    </message>
    <message>
        <source>%1 known defects</source>
        <translation>%1 bekannte Fehler</translation>
    </message>
    <message>
        <source>Defects per 100 events</source>
        <translation>Fehler je 100 Ereignisse</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
</context>
<context>
    <name>MachineCharts</name>
    <message>
        <source>is still to come</source>
        <translation>kommt noch</translation>
    </message>
    <message>
        <source>no event</source>
        <translation>kein Ereignis</translation>
    </message>
    <message>
        <source>%1 defects an hour</source>
        <translation>%1 Fehler je Stunde</translation>
    </message>
    <message>
        <source>%1 known defects in this step</source>
        <translation>%1 bekannte Fehler in diesem Schritt</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>%1 of them with unknown defects</source>
        <translation>%1 davon mit unbekannten Fehlern</translation>
    </message>
    <message>
        <source>%1 s a cycle
%2 events</source>
        <translation>%1 s je Zyklus
%2 Ereignisse</translation>
    </message>
</context>
<context>
    <name>MachineFigures</name>
    <message>
        <source>no events</source>
        <translation>keine Ereignisse</translation>
    </message>
    <message>
        <source>Defect rate</source>
        <translation>Fehlerrate</translation>
    </message>
    <message>
        <source>/h</source>
        <translation>/h</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>%1 run time in %2</source>
        <translation>%1 Laufzeit in %2</translation>
    </message>
    <message>
        <source>Defects per 100 events</source>
        <translation>Fehler je 100 Ereignisse</translation>
    </message>
    <message>
        <source>of every event it is known</source>
        <translation>von jedem Ereignis bekannt</translation>
    </message>
    <message>
        <source>%1 of the newest %2 corrected</source>
        <translation>%1 der neuesten %2 berichtigt</translation>
    </message>
    <message>
        <source>%1 of them corrected</source>
        <translation>%1 davon berichtigt</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Mean cycle time</source>
        <translation>Mittlere Zykluszeit</translation>
    </message>
    <message>
        <source>half took up to %1</source>
        <translation>die Hälfte bis %1</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>%1 known defects in %2, limit %3&#xa0;/h</source>
        <translation>%1 bekannte Fehler in %2, Grenze %3&#xa0;/h</translation>
    </message>
    <message>
        <source>unknown for %1 events, %2&#xa0;%</source>
        <translation>von %1 Ereignissen unbekannt, %2&#xa0;%</translation>
    </message>
</context>
<context>
    <name>MachineTile</name>
    <message>
        <source>last event %1 (%2 min)</source>
        <translation>zuletzt %1 (%2 min)</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>nothing in this window</source>
        <translation>nichts im Zeitraum</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>%1 defects an hour</source>
        <translation>%1 Fehler je Stunde</translation>
    </message>
    <message>
        <source>%1, line %2: %3, %4</source>
        <translation>%1, Linie %2: %3, %4</translation>
    </message>
    <message>
        <source>/h</source>
        <translation>/h</translation>
    </message>
</context>
<context>
    <name>MachineView</name>
    <message>
        <source>a part of the window · Esc or a double click shows the whole</source>
        <translation>ein Teil des Zeitraums · Esc oder Doppelklick zeigt alles</translation>
    </message>
</context>
<context>
    <name>MachineWords</name>
    <message>
        <source>nothing to tell its clock by</source>
        <translation>nichts, woran ihre Uhr zu messen wäre</translation>
    </message>
    <message>
        <source>its clock is right within a second</source>
        <translation>ihre Uhr geht auf eine Sekunde genau</translation>
    </message>
    <message>
        <source>its clock is %1 ahead</source>
        <translation>ihre Uhr geht %1 vor</translation>
    </message>
    <message>
        <source>its clock is %1 behind or its events late</source>
        <translation>ihre Uhr geht %1 nach, oder ihre Ereignisse kommen spät</translation>
    </message>
</context>
<context>
    <name>Pareto</name>
    <message>
        <source>Other (%1)</source>
        <translation>Andere (%1)</translation>
    </message>
</context>
<context>
    <name>PostText</name>
    <message>
        <source>null is no value here.</source>
        <translation>null ist hier kein Wert.</translation>
    </message>
    <message>
        <source>This is no text: put it in quotation marks.</source>
        <translation>Das ist kein Text: Setzen Sie es in Anführungszeichen.</translation>
    </message>
    <message>
        <source>This is no whole number: write it without quotation marks, fraction and unit.</source>
        <translation>Das ist keine ganze Zahl: Schreiben Sie sie ohne Anführungszeichen, Nachkommastellen und Einheit.</translation>
    </message>
    <message>
        <source>This is empty.</source>
        <translation>Das ist leer.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Das ist zu lang.</translation>
    </message>
    <message>
        <source>There is a control character in it, such as a tab or the end of a line.</source>
        <translation>Darin ist ein Steuerzeichen, etwa ein Tabulator oder ein Zeilenende.</translation>
    </message>
    <message>
        <source>This is no time with an offset from UTC.</source>
        <translation>Das ist keine Zeit mit einem Abstand zu UTC.</translation>
    </message>
    <message>
        <source>This is too small.</source>
        <translation>Das ist zu klein.</translation>
    </message>
    <message>
        <source>This is too large.</source>
        <translation>Das ist zu groß.</translation>
    </message>
    <message>
        <source>The request does not say what it holds; Content-Type: application/json is right. It is read all the same.</source>
        <translation>Die Anfrage sagt nicht, was sie enthält; richtig ist Content-Type: application/json. Gelesen wird sie trotzdem.</translation>
    </message>
    <message>
        <source>The request says that it holds %1; Content-Type: application/json is right. It is read all the same.</source>
        <translation>Die Anfrage sagt, sie enthalte %1; richtig ist Content-Type: application/json. Gelesen wird sie trotzdem.</translation>
    </message>
    <message>
        <source>Event %1: %2</source>
        <translation>Ereignis %1: %2</translation>
    </message>
    <message>
        <source>It had no body.</source>
        <translation>Sie hatte keinen Inhalt.</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>%1 angenommen</translation>
    </message>
    <message>
        <source>%1 corrected</source>
        <translation>%1 berichtigt</translation>
    </message>
    <message>
        <source>%1 known already</source>
        <translation>%1 schon bekannt</translation>
    </message>
    <message>
        <source>%1 waiting on disk</source>
        <translation>%1 warten auf der Platte</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 abgewiesen</translation>
    </message>
    <message>
        <source>No event in it</source>
        <translation>Kein Ereignis darin</translation>
    </message>
    <message>
        <source>There is nothing at %1. Events are posted to %2.</source>
        <translation>Unter %1 ist nichts. Ereignisse werden an %2 gesendet.</translation>
    </message>
    <message>
        <source>%1 does not send events. They are sent with POST to %2.</source>
        <translation>Mit %1 werden keine Ereignisse gesendet, sondern mit POST an %2.</translation>
    </message>
    <message>
        <source>The body is no list of events, so nothing of it was taken: send a JSON array, also for a single event. Where it broke: %1</source>
        <translation>Der Inhalt ist keine Liste von Ereignissen, darum wurde nichts davon angenommen: Senden Sie ein JSON-Array, auch für ein einzelnes Ereignis. Woran es scheiterte: %1</translation>
    </message>
    <message>
        <source>The batch is too large: send fewer events at once. %1</source>
        <translation>Das Paket ist zu groß: Senden Sie weniger Ereignisse auf einmal. %1</translation>
    </message>
    <message>
        <source>The server could not take it now; nothing is wrong with the request. Sending it again is right. %1</source>
        <translation>Der Server konnte es gerade nicht annehmen; an der Anfrage ist nichts falsch. Sie noch einmal zu senden ist richtig. %1</translation>
    </message>
    <message>
        <source>rejected: %1</source>
        <translation>abgewiesen: %1</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>corrects what was sent before</source>
        <translation>berichtigt, was vorher gesendet wurde</translation>
    </message>
    <message>
        <source>waits on disk for the database</source>
        <translation>wartet auf der Platte auf die Datenbank</translation>
    </message>
    <message>
        <source>older than what is known, so nothing was changed</source>
        <translation>älter als das Bekannte, darum wurde nichts geändert</translation>
    </message>
    <message>
        <source>known already, and counted once; sending it again is safe</source>
        <translation>schon bekannt und einmal gezählt; es noch einmal zu senden ist sicher</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Übergangen</translation>
    </message>
    <message>
        <source>It is there twice: the last one counts.</source>
        <translation>Es ist doppelt da: Das letzte zählt.</translation>
    </message>
    <message>
        <source>Nobody reads it; it does no harm.</source>
        <translation>Niemand liest es; es schadet nicht.</translation>
    </message>
    <message>
        <source>There is no member of this name. Is %1 meant? Every letter counts.</source>
        <translation>Ein Feld dieses Namens gibt es nicht. Ist %1 gemeint? Jeder Buchstabe zählt.</translation>
    </message>
    <message>
        <source>The events after these are not shown.</source>
        <translation>Die Ereignisse danach werden nicht gezeigt.</translation>
    </message>
</context>
<context>
    <name>RegistryView</name>
    <message>
        <source>Machines of the registry</source>
        <translation>Maschinen des Verzeichnisses</translation>
    </message>
    <message>
        <source>Machine, name or line</source>
        <translation>Maschine, Name oder Linie</translation>
    </message>
    <message>
        <source>No machine is known yet</source>
        <translation>Noch ist keine Maschine bekannt</translation>
    </message>
    <message>
        <source>Machines appear here by themselves with their first event, and are new until somebody confirms them.</source>
        <translation>Maschinen erscheinen hier mit ihrem ersten Ereignis von selbst und sind neu, bis jemand sie bestätigt.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Außer Betrieb</translation>
    </message>
    <message numerus="yes">
        <source>confirmation of %n machine(s)</source>
        <translation>
            <numerusform>Bestätigung von %n Maschine</numerusform>
            <numerusform>Bestätigung von %n Maschinen</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines of the registry</source>
        <translation>Linien des Verzeichnisses</translation>
    </message>
    <message>
        <source>Line or name</source>
        <translation>Linie oder Name</translation>
    </message>
    <message>
        <source>No line is known yet</source>
        <translation>Noch ist keine Linie bekannt</translation>
    </message>
    <message>
        <source>Lines appear here by themselves with the first event that names one, or once a machine is put on one.</source>
        <translation>Linien erscheinen hier von selbst mit dem ersten Ereignis, das eine nennt, oder sobald eine Maschine auf eine gesetzt wird.</translation>
    </message>
    <message numerus="yes">
        <source>confirmation of %n line(s)</source>
        <translation>
            <numerusform>Bestätigung von %n Linie</numerusform>
            <numerusform>Bestätigung von %n Linien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RejectText</name>
    <message>
        <source>Not an event</source>
        <translation>Kein Ereignis</translation>
    </message>
    <message>
        <source>The element is no JSON object. The sender must send each event as an object with the members eventId, machineId, eventTime, durationMs and defectCount.</source>
        <translation>Das Element ist kein JSON-Objekt. Der Absender muss jedes Ereignis als Objekt mit eventId, machineId, eventTime, durationMs und defectCount senden.</translation>
    </message>
    <message>
        <source>Event id missing</source>
        <translation>Ereignis-ID fehlt</translation>
    </message>
    <message>
        <source>The sender must give each event an eventId, and the same one when it sends the event again.</source>
        <translation>Der Absender muss jedem Ereignis eine eventId geben, und dieselbe, wenn er es noch einmal sendet.</translation>
    </message>
    <message>
        <source>Event id not valid</source>
        <translation>Ereignis-ID ungültig</translation>
    </message>
    <message>
        <source>An eventId is a text of 1 to 128 characters without control characters. Check how the sender makes it.</source>
        <translation>Eine eventId ist ein Text von 1 bis 128 Zeichen ohne Steuerzeichen. Prüfen Sie, wie der Absender sie bildet.</translation>
    </message>
    <message>
        <source>Machine missing</source>
        <translation>Maschine fehlt</translation>
    </message>
    <message>
        <source>The sender must say in machineId which machine the event is of. Enter the machine&apos;s name in the settings of the gateway or the controller.</source>
        <translation>Der Absender muss in machineId sagen, von welcher Maschine das Ereignis ist. Tragen Sie ihren Namen in den Einstellungen des Gateways oder der Steuerung ein.</translation>
    </message>
    <message>
        <source>Machine not valid</source>
        <translation>Maschine ungültig</translation>
    </message>
    <message>
        <source>A machineId is a text of 1 to 64 characters without control characters. Correct the machine&apos;s name at the sender.</source>
        <translation>Eine machineId ist ein Text von 1 bis 64 Zeichen ohne Steuerzeichen. Berichtigen Sie den Namen der Maschine beim Absender.</translation>
    </message>
    <message>
        <source>Time missing</source>
        <translation>Zeit fehlt</translation>
    </message>
    <message>
        <source>The sender must say in eventTime when the event happened.</source>
        <translation>Der Absender muss in eventTime sagen, wann das Ereignis geschah.</translation>
    </message>
    <message>
        <source>Time not valid</source>
        <translation>Zeit ungültig</translation>
    </message>
    <message>
        <source>An eventTime is a date, a time of day and an offset from UTC, such as 2026-01-15T06:00:00Z. Correct how the sender writes it.</source>
        <translation>Eine eventTime besteht aus Datum, Uhrzeit und Abstand zu UTC, etwa 2026-01-15T06:00:00Z. Berichtigen Sie, wie der Absender sie schreibt.</translation>
    </message>
    <message>
        <source>Time in the future</source>
        <translation>Zeit in der Zukunft</translation>
    </message>
    <message>
        <source>The event&apos;s time is more than 15 minutes ahead of this server. Set the clock and the time zone of the machine or of the gateway, then send it again.</source>
        <translation>Die Zeit des Ereignisses liegt mehr als 15 Minuten vor der dieses Servers. Stellen Sie Uhr und Zeitzone der Maschine oder des Gateways, und senden Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Duration missing</source>
        <translation>Dauer fehlt</translation>
    </message>
    <message>
        <source>The sender must say in durationMs how many milliseconds the cycle took.</source>
        <translation>Der Absender muss in durationMs sagen, wie viele Millisekunden der Zyklus dauerte.</translation>
    </message>
    <message>
        <source>Duration not valid</source>
        <translation>Dauer ungültig</translation>
    </message>
    <message>
        <source>A durationMs is a whole number of milliseconds from 0 to 21,600,000, which are 6 hours. Look for a wrong unit or a counter that ran over at the sender.</source>
        <translation>Eine durationMs ist eine ganze Zahl von Millisekunden von 0 bis 21.600.000, das sind 6 Stunden. Suchen Sie beim Absender nach einer falschen Einheit oder einem übergelaufenen Zähler.</translation>
    </message>
    <message>
        <source>Defects missing</source>
        <translation>Fehlerzahl fehlt</translation>
    </message>
    <message>
        <source>The sender must say in defectCount how many defects there were, or -1 where it does not know.</source>
        <translation>Der Absender muss in defectCount sagen, wie viele Fehler es waren, oder -1, wo er es nicht weiß.</translation>
    </message>
    <message>
        <source>Defects not valid</source>
        <translation>Fehlerzahl ungültig</translation>
    </message>
    <message>
        <source>A defectCount is a whole number from 0 on, or -1 where it is not known. Correct what the sender counts.</source>
        <translation>Ein defectCount ist eine ganze Zahl ab 0, oder -1, wo sie nicht bekannt ist. Berichtigen Sie, was der Absender zählt.</translation>
    </message>
    <message>
        <source>Line not valid</source>
        <translation>Linie ungültig</translation>
    </message>
    <message>
        <source>A lineId is a text of 1 to 64 characters without control characters, or left out. Correct the line&apos;s name at the sender.</source>
        <translation>Eine lineId ist ein Text von 1 bis 64 Zeichen ohne Steuerzeichen, oder sie fehlt. Berichtigen Sie den Namen der Linie beim Absender.</translation>
    </message>
    <message>
        <source>Factory not valid</source>
        <translation>Werk ungültig</translation>
    </message>
    <message>
        <source>A factoryId is a text of 1 to 64 characters without control characters, or left out. Correct the factory&apos;s name at the sender.</source>
        <translation>Eine factoryId ist ein Text von 1 bis 64 Zeichen ohne Steuerzeichen, oder sie fehlt. Berichtigen Sie den Namen des Werks beim Absender.</translation>
    </message>
    <message>
        <source>Receipt not valid</source>
        <translation>Empfang ungültig</translation>
    </message>
    <message>
        <source>A receivedTime is written like an eventTime, or left out. Correct how the gateway writes it.</source>
        <translation>Eine receivedTime wird wie eine eventTime geschrieben oder fehlt. Berichtigen Sie, wie das Gateway sie schreibt.</translation>
    </message>
    <message>
        <source>Too old</source>
        <translation>Zu alt</translation>
    </message>
    <message>
        <source>The event is older than events are kept here; sending it again does not help. Check the sender&apos;s clock, and for how long it was cut off.</source>
        <translation>Das Ereignis ist älter, als Ereignisse hier aufbewahrt werden; es noch einmal zu senden hilft nicht. Prüfen Sie die Uhr des Absenders und wie lange er abgeschnitten war.</translation>
    </message>
    <message>
        <source>Changed by another node meanwhile</source>
        <translation>Inzwischen von einem anderen Knoten geändert</translation>
    </message>
    <message>
        <source>Nothing is wrong with the event. Sending it again is right.</source>
        <translation>An dem Ereignis ist nichts falsch. Es noch einmal zu senden ist richtig.</translation>
    </message>
</context>
<context>
    <name>SettlingText</name>
    <message>
        <source>provisional</source>
        <translation>vorläufig</translation>
    </message>
    <message>
        <source>Provisional: this window is not over. Its figures change with every event that comes in.</source>
        <translation>Vorläufig: Dieser Zeitraum ist nicht zu Ende. Seine Zahlen ändern sich mit jedem Ereignis, das ankommt.</translation>
    </message>
    <message>
        <source>Provisional: this window ended less than a day ago. Late events and corrections may still change its figures.</source>
        <translation>Vorläufig: Dieser Zeitraum ist vor weniger als einem Tag zu Ende gegangen. Späte Ereignisse und Berichtigungen können seine Zahlen noch ändern.</translation>
    </message>
</context>
<context>
    <name>ShownWindow</name>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>The end has to be later than the start.</source>
        <translation>Das Ende muss nach dem Anfang liegen.</translation>
    </message>
    <message>
        <source>This time has not come yet: choose an earlier start.</source>
        <translation>Diese Zeit ist noch nicht gekommen: Wählen Sie einen früheren Anfang.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message numerus="yes">
        <source>last %n hour(s)</source>
        <translation>
            <numerusform>letzte Stunde</numerusform>
            <numerusform>letzte %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n minute(s)</source>
        <translation>
            <numerusform>letzte Minute</numerusform>
            <numerusform>letzte %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>the %1 days before</source>
        <translation>den %1 Tagen davor</translation>
    </message>
    <message>
        <source>the %1 before</source>
        <translation>den %1 davor</translation>
    </message>
    <message numerus="yes">
        <source>the %n hour(s) before</source>
        <translation>
            <numerusform>der Stunde davor</numerusform>
            <numerusform>den %n Stunden davor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %n minute(s) before</source>
        <translation>
            <numerusform>der Minute davor</numerusform>
            <numerusform>den %n Minuten davor</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
</context>
<context>
    <name>StartFailure</name>
    <message>
        <source>Linewatch cannot start.</source>
        <translation>Linewatch kann nicht starten.</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>, commit %1 ms</source>
        <translation>, Commit %1 ms</translation>
    </message>
    <message>
        <source>events/s</source>
        <translation>Ereignisse/s</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Rejected, %1</source>
        <translation>Abgewiesen, %1</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>, takes no events</source>
        <translation>, nimmt keine Ereignisse an</translation>
    </message>
</context>
<context>
    <name>StoreHealth</name>
    <message>
        <source>The database is away. Events that wait on this computer: %1, the oldest since %2. They come in by themselves once it is back.</source>
        <translation>Die Datenbank ist nicht erreichbar. Ereignisse, die auf diesem Rechner warten: %1, das älteste seit %2. Sie werden von selbst übernommen, sobald sie wieder da ist.</translation>
    </message>
    <message>
        <source>The database is away, and there is no more room for what machines send. Events that wait on this computer: %1, the oldest since %2. Bring the database back, or give the spool more room.</source>
        <translation>Die Datenbank ist nicht erreichbar, und für das, was Maschinen senden, ist kein Platz mehr. Ereignisse, die auf diesem Rechner warten: %1, das älteste seit %2. Bringen Sie die Datenbank zurück, oder geben Sie dem Zwischenspeicher mehr Platz.</translation>
    </message>
    <message>
        <source>Only %1 are free on the disk of the store. Make room before it is full.</source>
        <translation>Auf der Platte des Speichers sind nur noch %1 frei. Schaffen Sie Platz, bevor sie voll ist.</translation>
    </message>
    <message>
        <source>Only %1 are free on the disk of the store, which grows by %2 a day. Make room before it is full.</source>
        <translation>Auf der Platte des Speichers, der am Tag um %2 wächst, sind nur noch %1 frei. Schaffen Sie Platz, bevor sie voll ist.</translation>
    </message>
    <message>
        <source>What machines send cannot be kept: %1. They are told to send it again.</source>
        <translation>Was Maschinen senden, kann nicht aufbewahrt werden: %1. Sie werden gebeten, es noch einmal zu senden.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>, %1 a day</source>
        <translation>, %1 am Tag</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
</context>
<context>
    <name>TypedMachine</name>
    <message>
        <source>A length of time is a number with a unit: ms, s, min, h or d.</source>
        <translation>Eine Dauer ist eine Zahl mit einer Einheit: ms, s, min, h oder d.</translation>
    </message>
    <message>
        <source>That is no whole number.</source>
        <translation>Das ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>That is no number with two places at most.</source>
        <translation>Das ist keine Zahl mit höchstens zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>A date, with a time or without, looks like %1.</source>
        <translation>Ein Datum, mit Uhrzeit oder ohne, sieht so aus: %1.</translation>
    </message>
</context>
<context>
    <name>linewatch::DesktopSession</name>
    <message>
        <source>The demo plant could not be started: %1</source>
        <translation>Das Demo-Werk konnte nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>Demo plant, temporary store</source>
        <translation>Demo-Werk, vorübergehender Speicher</translation>
    </message>
    <message>
        <source>SQLite</source>
        <translation>SQLite</translation>
    </message>
    <message>
        <source>Your own plant could not be started: %1</source>
        <translation>Ihr eigenes Werk konnte nicht gestartet werden: %1</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::AllLinesView</name>
    <message>
        <source>Defects by line</source>
        <translation>Fehler nach Linien</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>%1 · %2 known defects</source>
        <translation>%1 · %2 bekannte Fehler</translation>
    </message>
    <message>
        <source>%1 · in whole hours</source>
        <translation>%1 · in ganzen Stunden</translation>
    </message>
    <message>
        <source>Enter or a double click: the line · Space: sort by this column</source>
        <translation>Eingabe oder Doppelklick: die Linie · Leertaste: danach ordnen</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::AppearanceSection</name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Of words, numbers and dates.</source>
        <translation>Von Wörtern, Zahlen und Daten.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>The&amp;me</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Light or dark.</source>
        <translation>Hell oder dunkel.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>Te&amp;xtgröße</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <source>In which all times are shown.</source>
        <translation>In der alle Zeiten gezeigt werden.</translation>
    </message>
    <message>
        <source>As the system (%1)</source>
        <translation>Wie das System (%1)</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::ChartCanvas</name>
    <message>
        <source>Copy &amp;picture</source>
        <translation>&amp;Bild kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;data</source>
        <translation>&amp;Daten kopieren</translation>
    </message>
    <message>
        <source>&amp;Save picture…</source>
        <translation>Bild &amp;speichern …</translation>
    </message>
    <message>
        <source>Show the &amp;whole window</source>
        <translation>&amp;Ganzen Zeitraum zeigen</translation>
    </message>
    <message>
        <source>Show this &amp;part on all pages</source>
        <translation>Diesen &amp;Teil auf allen Seiten zeigen</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::ChartLegend</name>
    <message>
        <source>%1 as a solid line, %2 as a dashed one</source>
        <translation>%1 durchgezogen, %2 gestrichelt</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::ChoiceButton</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::CompareChoice</name>
    <message>
        <source>E&amp;nd comparison</source>
        <translation>Vergleich &amp;beenden</translation>
    </message>
    <message>
        <source>The window before</source>
        <translation>Der Zeitraum davor</translation>
    </message>
    <message>
        <source>&amp;Compare with</source>
        <translation>&amp;Vergleichen mit</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Another window…</source>
        <translation>Anderer Zeitraum …</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::ComparisonChart</name>
    <message>
        <source>Events a minute, compared</source>
        <translation>Ereignisse je Minute im Vergleich</translation>
    </message>
    <message>
        <source>Known defects an hour, compared</source>
        <translation>Bekannte Fehler je Stunde im Vergleich</translation>
    </message>
    <message>
        <source>No events in either of them</source>
        <translation>In keinem von beiden Ereignisse</translation>
    </message>
    <message>
        <source>at the start</source>
        <translation>am Anfang</translation>
    </message>
    <message>
        <source>%1 after the start</source>
        <translation>%1 nach dem Anfang</translation>
    </message>
    <message>
        <source>%1: %2 events a minute</source>
        <translation>%1: %2 Ereignisse je Minute</translation>
    </message>
    <message>
        <source>%1: %2 defects an hour</source>
        <translation>%1: %2 Fehler je Stunde</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::ComparisonModel</name>
    <message>
        <source>Figure</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::ComparisonView</name>
    <message>
        <source>Figures compared</source>
        <translation>Zahlen im Vergleich</translation>
    </message>
    <message>
        <source>Trends compared</source>
        <translation>Verläufe im Vergleich</translation>
    </message>
    <message>
        <source>Known defects an hour</source>
        <translation>Bekannte Fehler je Stunde</translation>
    </message>
    <message>
        <source>Events a minute</source>
        <translation>Ereignisse je Minute</translation>
    </message>
    <message>
        <source>means over %1, since the start of each</source>
        <translation>Mittel über %1, seit dem jeweiligen Anfang</translation>
    </message>
    <message>
        <source>means over %1</source>
        <translation>Mittel über %1</translation>
    </message>
    <message>
        <source>%1 · Enter or a double click explains</source>
        <translation>%1 · Eingabe oder Doppelklick erklärt</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::ConnectDialog</name>
    <message>
        <source>Posts, the newest first</source>
        <translation>Sendungen, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Connect a machine</source>
        <translation>Maschine verbinden</translation>
    </message>
    <message>
        <source>This window takes no events itself: it shows what others write to its store. Machines are connected to the program that does.</source>
        <translation>Dieses Fenster nimmt selbst keine Ereignisse an: Es zeigt, was andere in seinen Speicher schreiben. Verbunden werden Maschinen mit dem Programm, das sie annimmt.</translation>
    </message>
    <message>
        <source>Program in %1</source>
        <translation>Programm in %1</translation>
    </message>
    <message>
        <source>PLC and gateway</source>
        <translation>SPS und Gateway</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Hints for gateways</source>
        <translation>Hinweise für Gateways</translation>
    </message>
    <message>
        <source>A controller that cannot speak HTTP needs a gateway beside it, which reads the end of each cycle (OPC UA, Modbus, MQTT, a digital input) and posts it.</source>
        <translation>Eine Steuerung, die kein HTTP spricht, braucht ein Gateway neben sich, das das Ende jedes Takts liest (OPC UA, Modbus, MQTT, ein digitaler Eingang) und sendet.</translation>
    </message>
    <message>
        <source>Buffer: write each event to disk before it is sent, send up to some hundred at once, every second or so, and remove them only when the answer was 200 or 202.</source>
        <translation>Puffern: Schreiben Sie jedes Ereignis auf die Platte, bevor es gesendet wird, senden Sie bis zu einigen hundert auf einmal, etwa jede Sekunde, und löschen Sie sie erst, wenn die Antwort 200 oder 202 war.</translation>
    </message>
    <message>
        <source>Ids: give an event its eventId when it happens, and keep it for every try; a UUID, or machine, start of the day and a counter. The same id again counts once.</source>
        <translation>IDs: Geben Sie einem Ereignis seine eventId, wenn es geschieht, und behalten Sie sie bei jedem Versuch; eine UUID, oder Maschine, Tagesbeginn und einen Zähler. Dieselbe ID noch einmal zählt einmal.</translation>
    </message>
    <message>
        <source>Clocks: set them by NTP and send times in UTC with a Z. What is more than 15 minutes in the future is rejected; late is no problem. receivedTime says when the gateway got the event.</source>
        <translation>Uhren: Stellen Sie sie über NTP, und senden Sie Zeiten in UTC mit einem Z. Was mehr als 15 Minuten in der Zukunft liegt, wird abgewiesen; spät ist kein Problem. receivedTime sagt, wann das Gateway das Ereignis bekam.</translation>
    </message>
    <message>
        <source>Try again: without an answer, or after one of 500 to 599, send the same events again, after 1, 2, 4, 8 seconds and then once a minute. After 400 to 499 look here what is wrong instead.</source>
        <translation>Noch einmal versuchen: Ohne Antwort oder nach einer von 500 bis 599 senden Sie dieselben Ereignisse noch einmal, nach 1, 2, 4, 8 Sekunden und dann einmal in der Minute. Nach 400 bis 499 sehen Sie stattdessen hier nach, was falsch ist.</translation>
    </message>
    <message>
        <source>Look at the answer: rejected names the events that break a rule; the others were taken.</source>
        <translation>Sehen Sie die Antwort an: rejected nennt die Ereignisse, die eine Regel verletzen; die anderen wurden angenommen.</translation>
    </message>
    <message>
        <source>What is right and wrong with the chosen post</source>
        <translation>Was an der gewählten Sendung richtig und falsch ist</translation>
    </message>
    <message>
        <source>What arrives while this panel is open; choose one to see what is right and wrong with it.</source>
        <translation>Was ankommt, solange dieses Fenster offen ist; wählen Sie eine Sendung, um zu sehen, was daran richtig und falsch ist.</translation>
    </message>
    <message>
        <source>Nothing has arrived since this panel was opened. Run one of the programs, or let the machine send.</source>
        <translation>Seit dieses Fenster offen ist, kam nichts an. Starten Sie eines der Programme, oder lassen Sie die Maschine senden.</translation>
    </message>
    <message>
        <source>&amp;1  Address</source>
        <translation>&amp;1  Adresse</translation>
    </message>
    <message>
        <source>&amp;2  Program</source>
        <translation>&amp;2  Programm</translation>
    </message>
    <message>
        <source>&amp;3  What arrives</source>
        <translation>&amp;3  Was ankommt</translation>
    </message>
    <message>
        <source>Address to post to</source>
        <translation>Adresse, an die gesendet wird</translation>
    </message>
    <message>
        <source>&amp;Machine, as the programs name it</source>
        <translation>&amp;Maschine, wie die Programme sie nennen</translation>
    </message>
    <message>
        <source>Machines and gateways post their events as JSON to this address:</source>
        <translation>Maschinen und Gateways senden ihre Ereignisse als JSON an diese Adresse:</translation>
    </message>
    <message>
        <source>Paste one of these programs and run it; what arrives is looked at here.</source>
        <translation>Fügen Sie eines dieser Programme ein und starten Sie es; was ankommt, wird hier geprüft.</translation>
    </message>
    <message>
        <source>&amp;3  What arrives (%1)</source>
        <translation>&amp;3  Was ankommt (%1)</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::DataTable</name>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Ordnen nach</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::DatabaseSection</name>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Datenbank</translation>
    </message>
    <message>
        <source>sqlite:/path/file.db or mysql://USER@HOST:PORT/NAME; empty: a file of your own. Counts after a restart, as all below.</source>
        <translation>sqlite:/pfad/datei.db oder mysql://BENUTZER@RECHNER:PORT/NAME; leer: eine eigene Datei. Gilt nach einem Neustart, wie alles darunter.</translation>
    </message>
    <message>
        <source>Pa&amp;ssword</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>Of the database&apos;s user; kept in the settings file.</source>
        <translation>Des Benutzers der Datenbank; steht in der Einstellungsdatei.</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>A file; with it, the connection must be encrypted.</source>
        <translation>Eine Datei; mit ihr muss die Verbindung verschlüsselt sein.</translation>
    </message>
    <message>
        <source>Own certificate</source>
        <translation>Eigenes Zertifikat</translation>
    </message>
    <message>
        <source>A file, where the server asks for one.</source>
        <translation>Eine Datei, wo der Server eines verlangt.</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>Schlüssel dazu</translation>
    </message>
    <message>
        <source>A file.</source>
        <translation>Eine Datei.</translation>
    </message>
    <message>
        <source>&amp;Keep events for</source>
        <translation>Ereignisse beha&amp;lten</translation>
    </message>
    <message>
        <source>Days, 1 to 36,500; 0: for ever.</source>
        <translation>Tage, 1 bis 36.500; 0: für immer.</translation>
    </message>
    <message>
        <source>Spool</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>A file for events while the server is away; empty: one of your own.</source>
        <translation>Eine Datei für Ereignisse, solange der Server fort ist; leer: eine eigene.</translation>
    </message>
    <message>
        <source>Size of the spool</source>
        <translation>Größe des Zwischenspeichers</translation>
    </message>
    <message>
        <source>Bytes, from 1,048,576; 0: no spool.</source>
        <translation>Bytes, ab 1.048.576; 0: kein Zwischenspeicher.</translation>
    </message>
    <message>
        <source>&amp;Test the database</source>
        <translation>Datenbank &amp;testen</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Cancel the &amp;test</source>
        <translation>&amp;Test abbrechen</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Wird versucht …</translation>
    </message>
    <message>
        <source>Good. %1</source>
        <translation>Gut. %1</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::DemoPanel</name>
    <message>
        <source>&amp;Network cut</source>
        <translation>&amp;Netz unterbrochen</translation>
    </message>
    <message>
        <source>&amp;Duplicates</source>
        <translation>&amp;Doppelte</translation>
    </message>
    <message>
        <source>A &amp;clock that jumps</source>
        <translation>Eine &amp;Uhr, die springt</translation>
    </message>
    <message>
        <source>Defects &amp;rising</source>
        <translation>Fehler nehmen &amp;zu</translation>
    </message>
    <message>
        <source>Demo plant</source>
        <translation>Demo-Werk</translation>
    </message>
    <message>
        <source>A made plant with a store of its own, which goes away with it. Your own machines and events are not touched by anything here.</source>
        <translation>Ein ausgedachtes Werk mit einem eigenen Speicher, der mit ihm verschwindet. Ihre eigenen Maschinen und Ereignisse berührt hier nichts.</translation>
    </message>
    <message>
        <source>Nothing arrives. On the Overview the rate of events falls to nothing, and after five minutes every machine is Silent. Switched off, all that happened meanwhile arrives late: the gap in the trend fills, and nothing is lost.</source>
        <translation>Es kommt nichts an. In der Übersicht fällt die Zahl der Ereignisse auf null, und nach fünf Minuten ist jede Maschine stumm. Wieder ausgeschaltet, kommt alles, was inzwischen geschah, verspätet an: Die Lücke im Verlauf füllt sich, und nichts geht verloren.</translation>
    </message>
    <message>
        <source>Every batch is sent twice. Ingest on the Overview counts duplicates; no other figure changes, as an event counts once however often it is sent.</source>
        <translation>Jedes Paket wird zweimal gesendet. Die Annahme in der Übersicht zählt Doppelte; keine andere Zahl ändert sich, denn ein Ereignis zählt einmal, wie oft es auch gesendet wird.</translation>
    </message>
    <message>
        <source>Minutes ahead of time, or behind it with a minus. Behind, the machine&apos;s events are dated in the past: look at its clock under Machines. More than 15 minutes ahead, they are rejected: look at Events, Rejected.</source>
        <translation>Minuten, die sie vorgeht, oder mit einem Minus nachgeht. Geht sie nach, liegen die Ereignisse der Maschine in der Vergangenheit: Sehen Sie unter „Maschinen“ ihre Uhr an. Geht sie mehr als 15 Minuten vor, werden sie abgewiesen: Sehen Sie unter „Ereignisse“, „Abgewiesen“ nach.</translation>
    </message>
    <message>
        <source>Over two minutes up to a quarter of the parts become defective. The line climbs to the top of the top defect lines, its machines become Warning, and Lines shows since when.</source>
        <translation>Innerhalb von zwei Minuten wird bis zu ein Viertel der Teile fehlerhaft. Die Linie steigt an die Spitze der fehlerreichsten Linien, ihre Maschinen gehen auf Warnung, und „Linien“ zeigt, seit wann.</translation>
    </message>
    <message>
        <source>&amp;Speed</source>
        <translation>&amp;Geschwindigkeit</translation>
    </message>
    <message>
        <source>Speed of the plant</source>
        <translation>Geschwindigkeit des Werks</translation>
    </message>
    <message>
        <source>Machines work that many times as fast, so events come that much more often, and the drift of M-202 takes minutes instead of three hours.</source>
        <translation>Die Maschinen arbeiten so viel Mal so schnell, Ereignisse kommen entsprechend öfter, und das Abdriften von M-202 dauert Minuten statt drei Stunden.</translation>
    </message>
    <message>
        <source>Machine whose clock is wrong</source>
        <translation>Maschine, deren Uhr falsch geht</translation>
    </message>
    <message>
        <source>Line whose defects rise</source>
        <translation>Linie, deren Fehler zunehmen</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Minutes ahead, or behind with a minus</source>
        <translation>Minuten vor, oder mit einem Minus nach</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>&amp;Back to my plant</source>
        <translation>&amp;Zurück zu meinem Werk</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::EmptyState</name>
    <message>
        <source>&amp;Copy the line</source>
        <translation>Zeile &amp;kopieren</translation>
    </message>
    <message>
        <source>Start the &amp;demo plant</source>
        <translation>&amp;Demo-Werk starten</translation>
    </message>
    <message>
        <source>Or look around first: the demo plant shows machines at work. It keeps its events in a store of its own and never touches yours.</source>
        <translation>Oder sehen Sie sich erst um: Das Demo-Werk zeigt Maschinen bei der Arbeit. Es legt seine Ereignisse in einem eigenen Speicher ab und rührt Ihren nie an.</translation>
    </message>
    <message>
        <source>Command to try it with</source>
        <translation>Befehl zum Ausprobieren</translation>
    </message>
    <message>
        <source>No machine has reported yet</source>
        <translation>Noch hat sich keine Maschine gemeldet</translation>
    </message>
    <message>
        <source>Machines and gateways send their events to %1 as JSON. To try it, run this line in a terminal:</source>
        <translation>Maschinen und Gateways senden ihre Ereignisse als JSON an %1. Zum Ausprobieren führen Sie diese Zeile in einem Terminal aus:</translation>
    </message>
    <message>
        <source>This window takes no events itself: it shows what is in its store, and that is empty.</source>
        <translation>Dieses Fenster nimmt selbst keine Ereignisse an: Es zeigt, was in seinem Speicher ist, und der ist leer.</translation>
    </message>
    <message>
        <source>&amp;Copied</source>
        <translation>K&amp;opiert</translation>
    </message>
    <message>
        <source>Connect a &amp;machine…</source>
        <translation>&amp;Maschine verbinden …</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::EndpointSection</name>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Where events are taken: 127.0.0.1 or another loopback address.</source>
        <translation>Wo Ereignisse angenommen werden: 127.0.0.1 oder eine andere Adresse dieses Rechners.</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>0 to 65535; 0 picks a free one at each start.</source>
        <translation>0 bis 65535; 0 nimmt bei jedem Start einen freien.</translation>
    </message>
    <message>
        <source>Size of a request</source>
        <translation>Größe einer Anfrage</translation>
    </message>
    <message>
        <source>Bytes, also of what comes out of gzip.</source>
        <translation>Bytes, auch nach dem Entpacken.</translation>
    </message>
    <message>
        <source>Events in a batch</source>
        <translation>Ereignisse je Paket</translation>
    </message>
    <message>
        <source>1 to 1,000,000.</source>
        <translation>1 bis 1.000.000.</translation>
    </message>
    <message>
        <source>Events that wait</source>
        <translation>Wartende Ereignisse</translation>
    </message>
    <message>
        <source>To be written; more are answered 503.</source>
        <translation>Auf das Schreiben; weitere werden mit 503 beantwortet.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>At once; more are answered 503.</source>
        <translation>Zugleich; weitere werden mit 503 beantwortet.</translation>
    </message>
    <message>
        <source>Size of a header</source>
        <translation>Größe eines Kopfes</translation>
    </message>
    <message>
        <source>Bytes.</source>
        <translation>Bytes.</translation>
    </message>
    <message>
        <source>Length of an address</source>
        <translation>Länge einer Adresse</translation>
    </message>
    <message>
        <source>Bytes of path and query.</source>
        <translation>Bytes von Pfad und Abfrage.</translation>
    </message>
    <message>
        <source>Time for a header</source>
        <translation>Zeit für einen Kopf</translation>
    </message>
    <message>
        <source>Seconds, from its first byte.</source>
        <translation>Sekunden, ab dem ersten Byte.</translation>
    </message>
    <message>
        <source>Time for a body</source>
        <translation>Zeit für einen Inhalt</translation>
    </message>
    <message>
        <source>Seconds, from the end of the header.</source>
        <translation>Sekunden, ab dem Ende des Kopfes.</translation>
    </message>
    <message>
        <source>Time without a request</source>
        <translation>Zeit ohne Anfrage</translation>
    </message>
    <message>
        <source>Seconds, until a connection is closed.</source>
        <translation>Sekunden, bis eine Verbindung geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::EntryDialog</name>
    <message>
        <source>Somebody else changed the registry meanwhile. What you typed is kept, everything else is shown as it is now: look at it, and press the button again.</source>
        <translation>Jemand anders hat das Verzeichnis inzwischen geändert. Was Sie eingegeben haben, bleibt; alles andere steht da, wie es jetzt ist: Sehen Sie es an, und drücken Sie den Knopf noch einmal.</translation>
    </message>
    <message>
        <source>The store that this is of is not open any more.</source>
        <translation>Der Speicher, zu dem dies gehört, ist nicht mehr geöffnet.</translation>
    </message>
    <message>
        <source>A change is being made.</source>
        <translation>Eine Änderung wird gerade ausgeführt.</translation>
    </message>
    <message>
        <source>No store is open.</source>
        <translation>Kein Speicher ist geöffnet.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Es würde sich nichts ändern.</translation>
    </message>
    <message>
        <source>Nothing was changed: %1 What you typed is kept.</source>
        <translation>Nichts wurde geändert: %1 Was Sie eingegeben haben, bleibt.</translation>
    </message>
    <message>
        <source>What you typed is not kept yet.</source>
        <translation>Was Sie eingegeben haben, ist noch nicht übernommen.</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Back to it</source>
        <translation>&amp;Zurück dazu</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::EntryForm</name>
    <message>
        <source>Con&amp;firm: no longer new</source>
        <translation>Be&amp;stätigen: nicht mehr neu</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::EventChanges</name>
    <message>
        <source>%1, changed by this correction</source>
        <translation>%1, von dieser Berichtigung geändert</translation>
    </message>
    <message>
        <source>Version %1, counts</source>
        <translation>Version %1, zählt</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Line sent</source>
        <translation>Gesendete Linie</translation>
    </message>
    <message>
        <source>Factory</source>
        <translation>Werk</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Defects</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Ersetzt</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::EventDetails</name>
    <message>
        <source>Event shown</source>
        <translation>Gezeigtes Ereignis</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the details of the event</source>
        <translation>Einzelheiten des Ereignisses schließen</translation>
    </message>
    <message>
        <source>Fields of the event and what corrections changed</source>
        <translation>Felder des Ereignisses und was Berichtigungen änderten</translation>
    </message>
    <message>
        <source>Reading what was corrected…</source>
        <translation>Berichtigungen werden gelesen …</translation>
    </message>
    <message>
        <source>Never corrected.</source>
        <translation>Nie berichtigt.</translation>
    </message>
    <message numerus="yes">
        <source>Corrected %n time(s). A dot and bold text mark what a correction changed.</source>
        <translation>
            <numerusform>Einmal berichtigt. Punkt und fette Schrift zeigen, was geändert wurde.</numerusform>
            <numerusform>%n-mal berichtigt. Punkt und fette Schrift zeigen, was geändert wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Machine %1</source>
        <translation>Maschine %1</translation>
    </message>
    <message>
        <source>Go to machine %1</source>
        <translation>Zur Maschine %1</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Linie %1</translation>
    </message>
    <message>
        <source>Go to line %1</source>
        <translation>Zur Linie %1</translation>
    </message>
    <message>
        <source>There is no event %1</source>
        <translation>Es gibt kein Ereignis %1</translation>
    </message>
    <message>
        <source>Ids are compared letter by letter. It may be older than events are kept here, or it was rejected: look under Rejected.</source>
        <translation>IDs werden Zeichen für Zeichen verglichen. Es kann älter sein, als Ereignisse hier aufbewahrt werden, oder es wurde abgewiesen: Sehen Sie unter „Abgewiesen“ nach.</translation>
    </message>
    <message>
        <source>The event could not be read</source>
        <translation>Das Ereignis konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1. Choose it again to try again.</source>
        <translation>%1. Wählen Sie es noch einmal, um es wieder zu versuchen.</translation>
    </message>
    <message>
        <source>No event is chosen</source>
        <translation>Kein Ereignis ist gewählt</translation>
    </message>
    <message>
        <source>Choose one in the list to see its fields and its corrections.</source>
        <translation>Wählen Sie eines in der Liste, um seine Felder und Berichtigungen zu sehen.</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::EventsFilter</name>
    <message>
        <source>Every machine</source>
        <translation>Jede Maschine</translation>
    </message>
    <message>
        <source>Only events of this machine</source>
        <translation>Nur Ereignisse dieser Maschine</translation>
    </message>
    <message>
        <source>Every line</source>
        <translation>Jede Linie</translation>
    </message>
    <message>
        <source>Only events of this line</source>
        <translation>Nur Ereignisse dieser Linie</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Events that were taken</source>
        <translation>Angenommene Ereignisse</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Events that were rejected</source>
        <translation>Abgewiesene Ereignisse</translation>
    </message>
    <message>
        <source>Reasons shown</source>
        <translation>Gezeigte Gründe</translation>
    </message>
    <message numerus="yes">
        <source>%n newer: show them</source>
        <translation>
            <numerusform>%n neueres zeigen</numerusform>
            <numerusform>%n neuere zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Every reason</source>
        <translation>Jeder Grund</translation>
    </message>
    <message>
        <source>Defects shown</source>
        <translation>Gezeigte Fehler</translation>
    </message>
    <message>
        <source>Every sender</source>
        <translation>Jeder Absender</translation>
    </message>
    <message>
        <source>Only what this sender sent</source>
        <translation>Nur was dieser Absender gesendet hat</translation>
    </message>
    <message>
        <source>Any defects</source>
        <translation>Beliebige Fehler</translation>
    </message>
    <message>
        <source>With defects</source>
        <translation>Mit Fehlern</translation>
    </message>
    <message>
        <source>Defects unknown</source>
        <translation>Fehler unbekannt</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::EventsPage</name>
    <message>
        <source>%1 events, the newest %2 shown</source>
        <translation>%1 Ereignisse, die neuesten %2 gezeigt</translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s)</source>
        <translation>
            <numerusform>%1 Ereignis</numerusform>
            <numerusform>%1 Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · those before %2 were removed</source>
        <translation>%1 · die vor %2 wurden entfernt</translation>
    </message>
    <message>
        <source>No machine reported anything from %1. Choose a longer window of time above.</source>
        <translation>Keine Maschine meldete etwas von %1. Wählen Sie oben einen längeren Zeitraum.</translation>
    </message>
    <message>
        <source>Nothing of what the filter lets through happened from %1. Clear the filter, or choose a longer window of time above.</source>
        <translation>Von dem, was der Filter durchlässt, geschah nichts von %1. Leeren Sie den Filter, oder wählen Sie oben einen längeren Zeitraum.</translation>
    </message>
    <message>
        <source>Events before %1 were removed, as old ones are here; the other pages still have their sums. Choose a later window of time above.</source>
        <translation>Ereignisse vor %1 wurden entfernt, wie alte hier entfernt werden; die anderen Seiten haben noch ihre Summen. Wählen Sie oben einen späteren Zeitraum.</translation>
    </message>
    <message>
        <source>No events in this window</source>
        <translation>Keine Ereignisse in diesem Zeitraum</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 abgewiesen</translation>
    </message>
    <message>
        <source>Nothing was rejected in this window</source>
        <translation>In diesem Zeitraum wurde nichts abgewiesen</translation>
    </message>
    <message>
        <source>Nothing of what the filter lets through was rejected from %1. Clear the filter, or choose a longer window of time above.</source>
        <translation>Von dem, was der Filter durchlässt, wurde nichts abgewiesen von %1. Leeren Sie den Filter, oder wählen Sie oben einen längeren Zeitraum.</translation>
    </message>
    <message>
        <source>Every event that was received from %1 was taken. Choose a longer window of time above to look further back.</source>
        <translation>Jedes Ereignis, das von %1 ankam, wurde angenommen. Wählen Sie oben einen längeren Zeitraum, um weiter zurückzusehen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) with defects</source>
        <translation>
            <numerusform>%1 Ereignis mit Fehlern</numerusform>
            <numerusform>%1 Ereignisse mit Fehlern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) with unknown defects</source>
        <translation>
            <numerusform>%1 Ereignis mit unbekannten Fehlern</numerusform>
            <numerusform>%1 Ereignisse mit unbekannten Fehlern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · those before %2 were not looked through</source>
        <translation>%1 · die vor %2 wurden nicht durchgesehen</translation>
    </message>
    <message>
        <source>There is none among the newest events, back to %1. Older ones were not looked through. Choose a window of time above that ends there, or a machine.</source>
        <translation>Unter den neuesten Ereignissen, zurück bis %1, ist keines. Ältere wurden nicht durchgesehen. Wählen Sie oben ein Zeitfenster, das dort endet, oder eine Maschine.</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::EventsTableModel</name>
    <message>
        <source>was removed meanwhile</source>
        <translation>wurde inzwischen entfernt</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Defects</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>In the time of %1</source>
        <translation>In der Zeit von %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::EventsView</name>
    <message>
        <source>Events, the newest first</source>
        <translation>Ereignisse, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Some rows could not be read: %1. It is tried again in a moment.</source>
        <translation>Einige Zeilen konnten nicht gelesen werden: %1. Es wird gleich wieder versucht.</translation>
    </message>
    <message>
        <source>Up to %1 rows can be copied at a time. The export writes more into a file.</source>
        <translation>Bis zu %1 Zeilen lassen sich auf einmal kopieren. Der Export schreibt mehr in eine Datei.</translation>
    </message>
    <message>
        <source>The rows could not be copied: %1.</source>
        <translation>Die Zeilen konnten nicht kopiert werden: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linewatch::ui::ExplainPopup</name>
    <message>
        <source>Show the &amp;events behind it</source>
        <translation>Die &amp;Ereignisse dahinter zeigen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Those of the &amp;other</source>
        <translation>Die des &amp;anderen</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::ExportDialog</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Was exportiert wird</translation>
    </message>
    <message>
        <source>&amp;Machine health: a row for each machine</source>
        <translation>&amp;Maschinenzustand: eine Zeile je Maschine</translation>
    </message>
    <message>
        <source>Top defect &amp;lines: a row for each line with defects</source>
        <translation>Fehlerreichste &amp;Linien: eine Zeile je Linie mit Fehlern</translation>
    </message>
    <message>
        <source>&amp;Events: every single one</source>
        <translation>&amp;Ereignisse: jedes einzelne</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;Data: comma, decimal point, UTC</source>
        <translation>&amp;Daten: Komma, Dezimalpunkt, UTC</translation>
    </message>
    <message>
        <source>E&amp;xcel, my locale: numbers and local time as spreadsheets here expect them</source>
        <translation>E&amp;xcel, meine Region: Zahlen und Ortszeit, wie Tabellenprogramme sie hier erwarten</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Zu schreibende Datei</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Ex&amp;port</source>
        <translation>Ex&amp;portieren</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV-Dateien (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 gibt es schon.</translation>
    </message>
    <message>
        <source>The export takes its place once it is whole.</source>
        <translation>Der Export nimmt ihren Platz ein, sobald er vollständig ist.</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Wird exportiert …</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>Done: %1 rows in %2.</source>
        <translation>Fertig: %1 Zeilen in %2.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Abgebrochen. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The export failed and nothing was written: %1. Make room or choose another file, then export again.</source>
        <translation>Der Export ist gescheitert, nichts wurde geschrieben: %1. Schaffen Sie Platz oder wählen Sie eine andere Datei, dann exportieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>An export is running.</source>
        <translation>Ein Export läuft.</translation>
    </message>
    <message>
        <source>If it is stopped, nothing of it stays.</source>
        <translation>Wird er angehalten, bleibt nichts von ihm.</translation>
    </message>
    <message>
        <source>&amp;Stop the export</source>
        <translation>Export &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Go on exporting</source>
        <translation>&amp;Weiter exportieren</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::FindDialog</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>Wonach gesucht wird</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>The store could not be read: %1</source>
        <translation>Der Speicher konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Enter goes there, Esc closes.</source>
        <translation>Eingabe geht dorthin, Esc schließt.</translation>
    </message>
    <message>
        <source>Machine, line or the id of an event</source>
        <translation>Maschine, Linie oder Kennung eines Ereignisses      (replaces &quot;Machine, line or the whole id of an event&quot;)</translation>
    </message>
    <message>
        <source>Nothing with that name, no event with that id, and among the newest none whose id begins so.</source>
        <translation>Nichts mit diesem Namen, kein Ereignis mit dieser Kennung, und unter den neuesten keines, dessen Kennung so beginnt.      (replaces &quot;Nothing with that name, and no event with that id.&quot;)</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::Findings</name>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Machine on %1</source>
        <translation>Maschine auf %1</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Among the newest %1 events:</source>
        <translation>Unter den neuesten %1 Ereignissen:</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::FoldingSteps</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::Freshness</name>
    <message>
        <source>No update since %1</source>
        <translation>Nichts Neues seit %1</translation>
    </message>
    <message>
        <source>Today, updated %1</source>
        <translation>Heute, Stand %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, updated %2</source>
        <translation>%1, Stand %2</translation>
    </message>
    <message>
        <source>Live, updated %1</source>
        <translation>Live, Stand %1</translation>
    </message>
    <message>
        <source>Reading from the store…</source>
        <translation>Wird aus dem Speicher gelesen …</translation>
    </message>
    <message>
        <source>Waiting for data</source>
        <translation>Wartet auf Daten</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::GoMenu</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vor</translation>
    </message>
    <message>
        <source>F&amp;ind a machine, line or event…</source>
        <translation>Maschine, Linie oder Ereignis &amp;suchen …</translation>
    </message>
    <message>
        <source>&amp;Copy the link to this page</source>
        <translation>Link auf diese Seite &amp;kopieren</translation>
    </message>
    <message>
        <source>Open a &amp;link…</source>
        <translation>Link ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Ü&amp;bersicht</translation>
    </message>
    <message>
        <source>&amp;Lines</source>
        <translation>&amp;Linien</translation>
    </message>
    <message>
        <source>&amp;Machines</source>
        <translation>&amp;Maschinen</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Ereignisse</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::GridTools</name>
    <message>
        <source>Worst first</source>
        <translation>Schlechteste zuerst</translation>
    </message>
    <message>
        <source>By defect rate</source>
        <translation>Nach Fehlerrate</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>States shown</source>
        <translation>Gezeigte Zustände</translation>
    </message>
    <message>
        <source>Order of machines</source>
        <translation>Reihenfolge der Maschinen</translation>
    </message>
    <message>
        <source>Compact tiles</source>
        <translation>Kompakte Kacheln</translation>
    </message>
    <message>
        <source>Machine or line</source>
        <translation>Maschine oder Linie</translation>
    </message>
    <message>
        <source>Show machines and lines with this in their name</source>
        <translation>Maschinen und Linien zeigen, die dies im Namen haben</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::GroupTableModel</name>
    <message>
        <source>Known defects an hour of the window</source>
        <translation>Bekannte Fehler je Stunde des Zeitraums</translation>
    </message>
    <message>
        <source>Defects an hour more or less than in the window before</source>
        <translation>Fehler je Stunde mehr oder weniger als im Zeitraum davor</translation>
    </message>
    <message>
        <source>Known defects per 100 events</source>
        <translation>Bekannte Fehler je 100 Ereignisse</translation>
    </message>
    <message>
        <source>Run time / (length of the window x machines with events)</source>
        <translation>Laufzeit / (Länge des Zeitraums × Maschinen mit Ereignissen)</translation>
    </message>
    <message>
        <source>Events whose defects are not known, of all events</source>
        <translation>Anteil der Ereignisse, deren Fehler nicht bekannt sind</translation>
    </message>
    <message>
        <source>Known defects by step; where nothing is known there is a gap</source>
        <translation>Bekannte Fehler je Schritt; wo nichts bekannt ist, ist eine Lücke</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Run time</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Defects</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Per 100</source>
        <translation>Je 100</translation>
    </message>
    <message>
        <source>Defects/h</source>
        <translation>Fehler/h</translation>
    </message>
    <message>
        <source>Change/h</source>
        <translation>Änderung/h</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Defects over time</source>
        <translation>Fehler im Verlauf</translation>
    </message>
    <message>
        <source>%1
was on other lines, too: figures here are of this line alone</source>
        <translation>%1
war auch auf anderen Linien: Zahlen hier sind von dieser allein</translation>
    </message>
    <message>
        <source>%1 an hour in the window before</source>
        <translation>%1 je Stunde im Zeitraum davor</translation>
    </message>
    <message>
        <source>no events in the window before</source>
        <translation>keine Ereignisse im Zeitraum davor</translation>
    </message>
    <message>
        <source>%1 in the window before</source>
        <translation>%1 im Zeitraum davor</translation>
    </message>
    <message>
        <source>%1 of %2 events do not know their defects</source>
        <translation>%1 von %2 Ereignissen kennen ihre Fehler nicht</translation>
    </message>
    <message>
        <source>at most %1 defects a step</source>
        <translation>höchstens %1 Fehler je Schritt</translation>
    </message>
    <message>
        <source>nothing is known</source>
        <translation>nichts ist bekannt</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Zustände</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::HistogramChart</name>
    <message>
        <source>Distribution of cycle times</source>
        <translation>Verteilung der Zykluszeiten</translation>
    </message>
    <message>
        <source>No events in this window</source>
        <translation>Keine Ereignisse in diesem Zeitraum</translation>
    </message>
    <message>
        <source>events (left) by seconds a cycle (bottom)</source>
        <translation>Ereignisse (links) nach Sekunden je Zyklus (unten)</translation>
    </message>
    <message>
        <source>dashed: median %1</source>
        <translation>gestrichelt: Median %1</translation>
    </message>
    <message>
        <source>%1 shorter, from %2</source>
        <translation>%1 kürzer, ab %2</translation>
    </message>
    <message>
        <source>%1 longer, up to %2</source>
        <translation>%1 länger, bis %2</translation>
    </message>
    <message>
        <source>%1 – %2 s
%3 events, %4 %</source>
        <translation>%1 – %2 s
%3 Ereignisse, %4 %</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::ImportDialog</name>
    <message>
        <source>Import machines</source>
        <translation>Maschinen einlesen</translation>
    </message>
    <message>
        <source>Import lines</source>
        <translation>Linien einlesen</translation>
    </message>
    <message>
        <source>Choose a CSV file, such as the export writes. You see what it will change before anything is changed.</source>
        <translation>Eine CSV-Datei wählen, wie sie der Export schreibt. Bevor etwas geändert wird, ist zu sehen, was sich ändert.</translation>
    </message>
    <message>
        <source>The import is at work</source>
        <translation>Das Einlesen läuft</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Neu ansehen</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV-Dateien (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>The file cannot be imported: %1</source>
        <translation>Die Datei kann nicht eingelesen werden: %1</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is nothing to import: the file has no row but the one of the columns.</source>
        <translation>Es gibt nichts einzulesen: Die Datei hat keine Zeile außer der mit den Spalten.</translation>
    </message>
    <message>
        <source>There is nothing to import: all is as the file says already.</source>
        <translation>Es gibt nichts einzulesen: Alles ist schon so, wie die Datei es sagt.</translation>
    </message>
    <message>
        <source>There is nothing to import: no good row changes anything, and %1 cannot be taken in.</source>
        <translation>Es gibt nichts einzulesen: Keine gute Zeile ändert etwas, und %1 können nicht übernommen werden.</translation>
    </message>
    <message>
        <source>Nothing is changed yet. Every row is good.</source>
        <translation>Noch ist nichts geändert. Alle Zeilen sind gut.</translation>
    </message>
    <message>
        <source>Nothing is changed yet. Rows that cannot be taken in: %1. They are left out.</source>
        <translation>Noch ist nichts geändert. Zeilen, die nicht übernommen werden können: %1. Sie werden ausgelassen.</translation>
    </message>
    <message>
        <source>Changing the registry…</source>
        <translation>Das Verzeichnis wird geändert …</translation>
    </message>
    <message>
        <source>Whether it was changed is not known: %1</source>
        <translation>Ob etwas geändert wurde, ist nicht bekannt: %1</translation>
    </message>
    <message>
        <source>Nothing was changed: %1</source>
        <translation>Nichts wurde geändert: %1</translation>
    </message>
    <message>
        <source>Done: %1 changed.</source>
        <translation>Fertig: %1 geändert.</translation>
    </message>
    <message>
        <source>Rows that were left out: %1.</source>
        <translation>Ausgelassene Zeilen: %1.</translation>
    </message>
    <message>
        <source>The window has another store now. Close this and import anew.</source>
        <translation>Das Fenster hat jetzt eine andere Datenbank. Bitte schließen und neu einlesen.</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>&amp;Datei wählen …</translation>
    </message>
    <message>
        <source>Choose another &amp;file…</source>
        <translation>Andere &amp;Datei wählen …</translation>
    </message>
    <message>
        <source>&amp;Import %1</source>
        <translation>%1 &amp;einlesen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>1 machine</source>
        <translation>1 Maschine</translation>
    </message>
    <message>
        <source>%1 machines</source>
        <translation>%1 Maschinen</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Linie</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Linien</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::ImportPreview</name>
    <message>
        <source>Rows of the file, and what each will change</source>
        <translation>Zeilen der Datei, und was jede ändert</translation>
    </message>
    <message>
        <source>What the chosen row will change</source>
        <translation>Was die gewählte Zeile ändert</translation>
    </message>
    <message>
        <source>Choose a row to read all of it.</source>
        <translation>Eine Zeile wählen, um sie ganz zu lesen.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Not known, and passed over: %1</source>
        <translation>Nicht bekannt und übergangen: %1</translation>
    </message>
    <message>
        <source>Which rows are listed</source>
        <translation>Welche Zeilen gezeigt werden</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Will change %1</source>
        <translation>Ändern etwas %1</translation>
    </message>
    <message>
        <source>Refused %1</source>
        <translation>Abgelehnt %1</translation>
    </message>
    <message>
        <source>Unchanged %1</source>
        <translation>Unverändert %1</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Up to %1 rows can be copied at a time.</source>
        <translation>Höchstens %1 Zeilen auf einmal lassen sich kopieren.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linewatch::ui::ImportRowsModel</name>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>What will change, or why not</source>
        <translation>Was sich ändert, oder warum nicht</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::KeyFigureCard</name>
    <message>
        <source>Click: how this figure came about</source>
        <translation>Klick: wie diese Zahl zustande kam</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::LineChoice</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation>&amp;Linie</translation>
    </message>
    <message>
        <source>One that is known or a new one; for events that state no line themselves.</source>
        <translation>Eine bekannte oder eine neue; für Ereignisse, die selbst keine Linie nennen.</translation>
    </message>
    <message>
        <source>its own line</source>
        <translation>eigene Linie</translation>
    </message>
    <message>
        <source>Own line</source>
        <translation>Eigene Linie</translation>
    </message>
    <message>
        <source>from now on</source>
        <translation>ab jetzt</translation>
    </message>
    <message>
        <source>from a time on</source>
        <translation>ab einem Zeitpunkt</translation>
    </message>
    <message>
        <source>always, in the past too</source>
        <translation>immer, auch früher</translation>
    </message>
    <message>
        <source>From when the line counts</source>
        <translation>Ab wann die Linie gilt</translation>
    </message>
    <message>
        <source>C&amp;ounts</source>
        <translation>&amp;Gilt</translation>
    </message>
    <message>
        <source>Lines so &amp;far</source>
        <translation>&amp;Bisherige Linien</translation>
    </message>
    <message>
        <source>Lines so far</source>
        <translation>Bisherige Linien</translation>
    </message>
    <message>
        <source>Without one, the line before it counts on; figures of that time change.</source>
        <translation>Ohne eine davon gilt die Linie davor weiter; Zahlen aus dieser Zeit ändern sich.</translation>
    </message>
    <message>
        <source>%1 from %2 on</source>
        <translation>%1 ab %2</translation>
    </message>
    <message>
        <source>%1 always</source>
        <translation>%1 immer</translation>
    </message>
    <message>
        <source>Nothing changes.</source>
        <translation>Es ändert sich nichts.</translation>
    </message>
    <message>
        <source>The figures of the past change.</source>
        <translation>Die Zahlen der Vergangenheit ändern sich.</translation>
    </message>
    <message>
        <source>This rewrites the figures of all the past: they count for this line.</source>
        <translation>Das schreibt die Zahlen der ganzen Vergangenheit um: Sie zählen für diese Linie.</translation>
    </message>
    <message>
        <source>The figures of the past stay as they are.</source>
        <translation>Die Zahlen der Vergangenheit bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>This rewrites the figures since %1: they count for this line.</source>
        <translation>Das schreibt die Zahlen seit %1 um: Sie zählen für diese Linie.</translation>
    </message>
    <message>
        <source>It counts once it is %1.</source>
        <translation>Es gilt, sobald es %1 ist.</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::LineForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>What people call it.</source>
        <translation>Wie man sie nennt.</translation>
    </message>
    <message>
        <source>Fac&amp;tory</source>
        <translation>&amp;Werk</translation>
    </message>
    <message>
        <source>Where it stands.</source>
        <translation>Wo sie steht.</translation>
    </message>
    <message>
        <source>Not&amp;es</source>
        <translation>N&amp;otizen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Something that is typed is wrong.</source>
        <translation>Etwas von dem Eingegebenen ist falsch.</translation>
    </message>
    <message>
        <source>edit of line %1</source>
        <translation>Änderung der Linie %1</translation>
    </message>
    <message numerus="yes">
        <source>edit of %n line(s)</source>
        <translation>
            <numerusform>Änderung von %n Linie</numerusform>
            <numerusform>Änderung von %n Linien</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit line %1</source>
        <translation>Linie %1 bearbeiten</translation>
    </message>
    <message numerus="yes">
        <source>Edit %n line(s)</source>
        <translation>
            <numerusform>%n Linie bearbeiten</numerusform>
            <numerusform>%n Linien bearbeiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n line(s)</source>
        <translation>
            <numerusform>%n Linie ändern</numerusform>
            <numerusform>%n Linien ändern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linewatch::ui::LineHead</name>
    <message>
        <source>‹ &amp;All lines</source>
        <translation>‹ &amp;Alle Linien</translation>
    </message>
    <message>
        <source>Show its &amp;events</source>
        <translation>Seine &amp;Ereignisse zeigen</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::LineRegistryModel</name>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Factory</source>
        <translation>Werk</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::LineView</name>
    <message>
        <source>Events and defects</source>
        <translation>Ereignisse und Fehler</translation>
    </message>
    <message>
        <source>Machines of the line</source>
        <translation>Maschinen der Linie</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Enter or a double click: the machine · Space: sort by this column</source>
        <translation>Eingabe oder Doppelklick: die Maschine · Leertaste: danach ordnen</translation>
    </message>
    <message>
        <source>a part of the window · Esc or a double click shows the whole</source>
        <translation>ein Teil des Zeitraums · Esc oder Doppelklick zeigt alles</translation>
    </message>
    <message>
        <source>events a minute (line, left) · defects a minute (bars, right)</source>
        <translation>Ereignisse/min (links) · Fehler/min (rechts)</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::LinesPage</name>
    <message>
        <source>No line had an event in this window</source>
        <translation>Keine Linie hatte in diesem Zeitraum ein Ereignis</translation>
    </message>
    <message>
        <source>Choose a longer window of time, or another one, at the top. A line appears here with the first event that names it.</source>
        <translation>Wählen Sie oben einen längeren oder anderen Zeitraum. Eine Linie erscheint hier mit dem ersten Ereignis, das sie nennt.</translation>
    </message>
    <message>
        <source>%1 had no event in this window</source>
        <translation>%1 hatte in diesem Zeitraum kein Ereignis</translation>
    </message>
    <message>
        <source>Choose a longer window of time, or another one, at the top, or go back to all lines with &apos;Lines&apos; on the left.</source>
        <translation>Wählen Sie oben einen längeren oder anderen Zeitraum, oder gehen Sie mit „Linien“ links zu allen Linien zurück.</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::LinkDialog</name>
    <message>
        <source>Open a link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>&amp;Link:</source>
        <translation>&amp;Link:</translation>
    </message>
    <message>
        <source>A link begins with linewatch://overview, lines, machines, events, line/…, machine/… or event/…; from and to, where it has them, are both needed.</source>
        <translation>Ein Link beginnt mit linewatch://overview, lines, machines, events, line/…, machine/… oder event/…; from und to gehören, wo es sie gibt, zusammen.</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::LongTable</name>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::MachineCard</name>
    <message>
        <source>No machine matches the filter.</source>
        <translation>Keine Maschine passt zum Filter.</translation>
    </message>
    <message>
        <source>Clear the fi&amp;lter</source>
        <translation>Fi&amp;lter aufheben</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::MachineEventsModel</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Cycle time</source>
        <translation>Zykluszeit</translation>
    </message>
    <message>
        <source>Defects</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Berichtigungen</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::MachineForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>What people call it.</source>
        <translation>Wie man sie nennt.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>Fac&amp;tory</source>
        <translation>&amp;Werk</translation>
    </message>
    <message>
        <source>For events that state no factory themselves.</source>
        <translation>Für Ereignisse, die selbst kein Werk nennen.</translation>
    </message>
    <message>
        <source>&amp;Retired since</source>
        <translation>&amp;Außer Betrieb seit</translation>
    </message>
    <message>
        <source>A date, with a time or without, in %1; it is never Silent from then on.</source>
        <translation>Ein Datum, mit Uhrzeit oder ohne, in %1; von da an ist sie nie Stumm.</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Betrieb</translation>
    </message>
    <message>
        <source>Not&amp;es</source>
        <translation>N&amp;otizen</translation>
    </message>
    <message>
        <source>&amp;Ideal cycle</source>
        <translation>&amp;Idealer Takt</translation>
    </message>
    <message>
        <source>The shortest time that a cycle can take: seconds, or with a unit: 4.2 s, 850 ms, 2 min.</source>
        <translation>Die kürzeste Zeit, die ein Takt dauern kann: Sekunden, oder mit Einheit: 4,2 s, 850 ms, 2 min.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>&amp;Units a cycle</source>
        <translation>&amp;Stück je Takt</translation>
    </message>
    <message>
        <source>Pieces that come out of a cycle.</source>
        <translation>Stück, die aus einem Takt kommen.</translation>
    </message>
    <message>
        <source>&amp;Silence limit</source>
        <translation>&amp;Frist bis „Stumm“</translation>
    </message>
    <message>
        <source>Without an event for longer, it is Silent: minutes, or with a unit: 90 s, 2 h.</source>
        <translation>Länger ohne Ereignis ist sie Stumm: Minuten, oder mit Einheit: 90 s, 2 h.</translation>
    </message>
    <message>
        <source>standard: %1</source>
        <translation>Standard: %1</translation>
    </message>
    <message>
        <source>&amp;Warning from</source>
        <translation>&amp;Warnung ab</translation>
    </message>
    <message>
        <source>Defects an hour, with two places at most.</source>
        <translation>Fehler je Stunde, mit höchstens zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Something that is typed is wrong.</source>
        <translation>Etwas von dem Eingegebenen ist falsch.</translation>
    </message>
    <message>
        <source>edit of %1</source>
        <translation>Änderung von %1</translation>
    </message>
    <message numerus="yes">
        <source>edit of %n machine(s)</source>
        <translation>
            <numerusform>Änderung von %n Maschine</numerusform>
            <numerusform>Änderung von %n Maschinen</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit machine %1</source>
        <translation>Maschine %1 bearbeiten</translation>
    </message>
    <message numerus="yes">
        <source>Edit %n machine(s)</source>
        <translation>
            <numerusform>%n Maschine bearbeiten</numerusform>
            <numerusform>%n Maschinen bearbeiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n machine(s)</source>
        <translation>
            <numerusform>%n Maschine ändern</numerusform>
            <numerusform>%n Maschinen ändern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linewatch::ui::MachineGrid</name>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation>
            <numerusform>%n Maschine</numerusform>
            <numerusform>%n Maschinen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silent</source>
        <translation>
            <numerusform>%n stumm</numerusform>
            <numerusform>%n stumm</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linewatch::ui::MachineHeader</name>
    <message>
        <source>All machines</source>
        <translation>Alle Maschinen</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Linie %1</translation>
    </message>
    <message>
        <source>All events of this machine</source>
        <translation>Ihre Ereignisse</translation>
    </message>
    <message>
        <source>factory %1</source>
        <translation>Werk %1</translation>
    </message>
    <message>
        <source>last event %1 %2</source>
        <translation>letztes Ereignis %1 %2</translation>
    </message>
    <message>
        <source>figures of whole hours, as older events were removed</source>
        <translation>Zahlen in ganzen Stunden, da ältere Ereignisse entfernt wurden</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Nobody has confirmed yet that this machine is one of ours</source>
        <translation>Noch hat niemand bestätigt, dass diese Maschine eine von unseren ist</translation>
    </message>
    <message>
        <source>Click: how this state came about</source>
        <translation>Klick: wie dieser Zustand zustande kam</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::MachineList</name>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Machine or line</source>
        <translation>Maschine oder Linie</translation>
    </message>
    <message>
        <source>Show machines and lines with this in their name</source>
        <translation>Maschinen und Linien zeigen, die dies im Namen haben</translation>
    </message>
    <message>
        <source>All machines</source>
        <translation>Alle Maschinen</translation>
    </message>
    <message>
        <source>figures over %1 · state now · times in %2</source>
        <translation>Zahlen über %1 · Zustand jetzt · Zeiten in %2</translation>
    </message>
    <message>
        <source>Machines: %1</source>
        <translation>Maschinen: %1</translation>
    </message>
    <message>
        <source>Machines: %1 of %2</source>
        <translation>Maschinen: %1 von %2</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::MachineRegistryModel</name>
    <message>
        <source>its own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Factory</source>
        <translation>Werk</translation>
    </message>
    <message>
        <source>Ideal cycle</source>
        <translation>Idealer Takt</translation>
    </message>
    <message>
        <source>Units a cycle</source>
        <translation>Stück je Takt</translation>
    </message>
    <message>
        <source>Silence limit</source>
        <translation>Frist bis „Stumm“</translation>
    </message>
    <message>
        <source>Threshold /h</source>
        <translation>Grenzwert /h</translation>
    </message>
    <message>
        <source>Retired since</source>
        <translation>Außer Betrieb seit</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::MachineRejectionsModel</name>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Why it was rejected</source>
        <translation>Warum abgewiesen</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::MachineTableModel</name>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Defects /h</source>
        <translation>Fehler /h</translation>
    </message>
    <message>
        <source>Defects per 100</source>
        <translation>Fehler je 100</translation>
    </message>
    <message>
        <source>Unknown %</source>
        <translation>Unbekannt %</translation>
    </message>
    <message>
        <source>Availability %</source>
        <translation>Verfügbarkeit %</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Letztes Ereignis</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::MachineView</name>
    <message>
        <source>Defect rate</source>
        <translation>Fehlerrate</translation>
    </message>
    <message>
        <source>known defects an hour</source>
        <translation>bekannte Fehler je Stunde</translation>
    </message>
    <message>
        <source>known defects a step</source>
        <translation>bekannte Fehler je Schritt</translation>
    </message>
    <message>
        <source>Cycle time</source>
        <translation>Zykluszeit</translation>
    </message>
    <message>
        <source>mean seconds a cycle</source>
        <translation>mittlere Sekunden je Zyklus</translation>
    </message>
    <message>
        <source>events a step</source>
        <translation>Ereignisse je Schritt</translation>
    </message>
    <message>
        <source>Newest events</source>
        <translation>Neueste Ereignisse</translation>
    </message>
    <message>
        <source>Rejected events</source>
        <translation>Abgewiesene Ereignisse</translation>
    </message>
    <message>
        <source>State history</source>
        <translation>Zustandsverlauf</translation>
    </message>
    <message>
        <source>Distribution of cycle times</source>
        <translation>Verteilung der Zykluszeiten</translation>
    </message>
    <message>
        <source>none in this window</source>
        <translation>keine in diesem Zeitraum</translation>
    </message>
    <message>
        <source>the newest %1 of the window · times in %2</source>
        <translation>die neuesten %1 des Zeitraums · Zeiten in %2</translation>
    </message>
    <message>
        <source>of the newest %1 events of the window</source>
        <translation>der neuesten %1 Ereignisse des Zeitraums</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>none that are kept</source>
        <translation>keine, die aufbewahrt sind</translation>
    </message>
    <message>
        <source>its newest %1, at any time · times in %2</source>
        <translation>ihre neuesten %1, gleich wann · Zeiten in %2</translation>
    </message>
    <message>
        <source>Reading events…</source>
        <translation>Ereignisse werden gelesen …</translation>
    </message>
    <message>
        <source>over each step of %1</source>
        <translation>über jeden Schritt von %1</translation>
    </message>
    <message>
        <source>over the %1 before</source>
        <translation>über %1 davor</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::MachinesPage</name>
    <message>
        <source>No machine has sent an event yet</source>
        <translation>Noch hat keine Maschine ein Ereignis gesendet</translation>
    </message>
    <message>
        <source>Machines appear here by themselves with their first event. The Overview shows how to connect one, and has a demo plant to look around in.</source>
        <translation>Maschinen erscheinen hier von selbst mit ihrem ersten Ereignis. Der Überblick zeigt, wie man eine verbindet, und hat ein Demo-Werk zum Umsehen.</translation>
    </message>
    <message>
        <source>There is no machine %1</source>
        <translation>Es gibt keine Maschine %1</translation>
    </message>
    <message>
        <source>The store has no event of a machine of this name. Names are compared letter by letter, capitals and blanks too. Choose Machines on the left for a list of those there are.</source>
        <translation>Der Speicher hat kein Ereignis einer Maschine dieses Namens. Namen werden Zeichen für Zeichen verglichen, auch Großbuchstaben und Leerzeichen. „Maschinen“ links zeigt die, die es gibt.</translation>
    </message>
    <message>
        <source>The events could not be read. It is tried again in a while.</source>
        <translation>Die Ereignisse konnten nicht gelesen werden. Es wird bald wieder versucht.</translation>
    </message>
    <message>
        <source>confirmation of %1</source>
        <translation>Bestätigung von %1</translation>
    </message>
    <message>
        <source>It was not confirmed: %1</source>
        <translation>Sie wurde nicht bestätigt: %1</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::MainWindow</name>
    <message>
        <source>Viewer – Linewatch</source>
        <translation>Betrachter – Linewatch</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Demo plant – Linewatch</source>
        <translation>Demo-Werk – Linewatch</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::NavRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::OverviewPage</name>
    <message>
        <source>Reading the newest events from the store…</source>
        <translation>Die neuesten Ereignisse werden aus dem Speicher gelesen …</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>grouped by line · known defects an hour</source>
        <translation>nach Linien · bekannte Fehler je Stunde</translation>
    </message>
    <message>
        <source>Top defect lines</source>
        <translation>Fehlerreichste Linien</translation>
    </message>
    <message>
        <source>Events and defects</source>
        <translation>Ereignisse und Fehler</translation>
    </message>
    <message>
        <source>a part of the window · Esc or a double click shows the whole</source>
        <translation>ein Ausschnitt · Esc oder Doppelklick zeigt alles</translation>
    </message>
    <message>
        <source>events a minute (line, left) · defects a minute (bars, right)</source>
        <translation>Ereignisse/min (links) · Fehler/min (rechts)</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 · %2 defects</source>
        <translation>%1 · %2 Fehler</translation>
    </message>
    <message>
        <source>%1 · before %2: whole hours</source>
        <translation>%1 · vor %2: ganze Stunden</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::Page</name>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Noch einmal</translation>
    </message>
    <message>
        <source>Reading from the store. This takes longer than usual…</source>
        <translation>Wird aus dem Speicher gelesen. Das dauert länger als sonst …</translation>
    </message>
    <message>
        <source>The store could not be read: %1 It is tried again in a while; the figures below are older.</source>
        <translation>Der Speicher konnte nicht gelesen werden: %1 Es wird bald wieder versucht; die Zahlen unten sind älter.</translation>
    </message>
    <message>
        <source>The store could not be read</source>
        <translation>Der Speicher konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 It is tried again in a while.</source>
        <translation>%1 Es wird bald wieder versucht.</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::PageHeader</name>
    <message>
        <source>Shown window</source>
        <translation>Gezeigter Zeitraum</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Today, since midnight</source>
        <translation>Heute, seit Mitternacht</translation>
    </message>
    <message>
        <source>From – to…</source>
        <translation>Von – bis …</translation>
    </message>
    <message>
        <source>From one time to another</source>
        <translation>Von einer Zeit bis zu einer anderen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::ParetoChart</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Top defect lines</source>
        <translation>Fehlerreichste Linien</translation>
    </message>
    <message>
        <source>No known defects in this window</source>
        <translation>Keine bekannten Fehler in diesem Zeitraum</translation>
    </message>
    <message>
        <source>defects (left), cumulative share (right), dashed: 80 %</source>
        <translation>Fehler (links), summierter Anteil (rechts), gestrichelt: 80 %</translation>
    </message>
    <message>
        <source>%1, coloured: Warning</source>
        <translation>%1, farbig: Warnung</translation>
    </message>
    <message>
        <source>%1
%2 defects, %3 % of all
%4 % together with those before</source>
        <translation>%1
%2 Fehler, %3 % von allen
%4 % zusammen mit denen davor</translation>
    </message>
    <message>
        <source>%1
click or Return: this line</source>
        <translation>%1
Klick oder Eingabe: diese Linie</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::PatchRow</name>
    <message>
        <source>different: each keeps its own</source>
        <translation>verschieden: jede behält ihres</translation>
    </message>
    <message>
        <source>Each keeps its own again</source>
        <translation>Jede behält wieder ihres</translation>
    </message>
    <message>
        <source>Nothing is set then: %1</source>
        <translation>Dann ist nichts gesetzt: %1</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::PlaceLinks</name>
    <message>
        <source>The link %1 leads nowhere.</source>
        <translation>(the German of MainWindow) Der Link %1 führt nirgendwohin.</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::Problems</name>
    <message>
        <source>The store could not be read: %1 It is tried again in a while; the figures below are older.</source>
        <translation>Der Speicher konnte nicht gelesen werden: %1 Es wird bald wieder versucht; die Zahlen unten sind älter.</translation>
    </message>
    <message>
        <source>The newest events could not be read from the store: %1 It is tried again in a while.</source>
        <translation>Die neuesten Ereignisse konnten nicht aus dem Speicher gelesen werden: %1 Es wird bald wieder versucht.</translation>
    </message>
    <message>
        <source>The store cannot be reached: %1 Shown is the state of %2; this goes on by itself.</source>
        <translation>Der Speicher ist nicht erreichbar: %1 Gezeigt wird der Stand von %2; es geht von selbst weiter.</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::RangeDialog</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Show from – to</source>
        <translation>Von – bis zeigen</translation>
    </message>
    <message>
        <source>Time zone: %1 (%2)</source>
        <translation>Zeitzone: %1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::RegistryExport</name>
    <message>
        <source>CSV for programs: comma, decimal point, UTC (*.csv)</source>
        <translation>CSV für Programme: Komma, Dezimalpunkt, UTC (*.csv)</translation>
    </message>
    <message>
        <source>CSV for a spreadsheet: as it is expected here, local time (*.csv)</source>
        <translation>CSV für eine Tabellenkalkulation: wie hier erwartet, Ortszeit (*.csv)</translation>
    </message>
    <message>
        <source>Export machines to</source>
        <translation>Maschinen exportieren nach</translation>
    </message>
    <message>
        <source>Export lines to</source>
        <translation>Linien exportieren nach</translation>
    </message>
    <message>
        <source>The export failed and nothing was written: %1 Make room or choose another file, then export again.</source>
        <translation>Der Export ist fehlgeschlagen, nichts wurde geschrieben: %1 Platz schaffen oder eine andere Datei wählen, dann neu exportieren.</translation>
    </message>
    <message>
        <source>Done: %1 machines in %2.</source>
        <translation>Fertig: %1 Maschinen in %2.</translation>
    </message>
    <message>
        <source>Done: %1 lines in %2.</source>
        <translation>Fertig: %1 Linien in %2.</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::RegistryTableModel</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::RegistryTools</name>
    <message>
        <source>E&amp;dit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>B&amp;estätigen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>I&amp;mport…</source>
        <translation>I&amp;mportieren …</translation>
    </message>
    <message>
        <source>Expor&amp;t…</source>
        <translation>Expor&amp;tieren …</translation>
    </message>
    <message>
        <source>Show only what has this in it</source>
        <translation>Nur zeigen, was dies enthält</translation>
    </message>
    <message>
        <source>Change what is selected, one or many at once (Return)</source>
        <translation>Das Ausgewählte ändern, eines oder viele auf einmal (Eingabe)</translation>
    </message>
    <message>
        <source>&amp;Confirm %1</source>
        <translation>%1 b&amp;estätigen</translation>
    </message>
    <message>
        <source>Those of what is selected that are new are ours from now on (Ctrl+Return)</source>
        <translation>Was vom Ausgewählten neu ist, gehört von jetzt an zu uns (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 · %2 selected</source>
        <translation>%1 · %2 ausgewählt</translation>
    </message>
    <message>
        <source>There is no change that can be undone</source>
        <translation>Es gibt keine Änderung, die rückgängig gemacht werden kann</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>%1, made %2 %3; entries that go back: %4 (Ctrl+Z)</source>
        <translation>%1, ausgeführt %2 %3; Einträge, die zurückgehen: %4 (Strg+Z)</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::RegistryView</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Reading from the store…</source>
        <translation>Wird aus dem Speicher gelesen …</translation>
    </message>
    <message>
        <source>Connect a &amp;machine…</source>
        <translation>Eine &amp;Maschine anschließen …</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>&amp;Alle zeigen</translation>
    </message>
    <message>
        <source>T&amp;ry again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Done: %1.</source>
        <translation>Erledigt: %1.</translation>
    </message>
    <message>
        <source>Undone: %1.</source>
        <translation>Rückgängig gemacht: %1.</translation>
    </message>
    <message>
        <source>It was not undone: %1</source>
        <translation>Es wurde nicht rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>The store could not be read: %1 It is tried again in a moment; what is shown is older.</source>
        <translation>Der Speicher konnte nicht gelesen werden: %1 Gleich wird es wieder versucht; was zu sehen ist, ist älter.</translation>
    </message>
    <message>
        <source>The store could not be read</source>
        <translation>Der Speicher konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 It is tried again in a moment.</source>
        <translation>%1 Gleich wird es wieder versucht.</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>No entry is like what is chosen above.</source>
        <translation>Kein Eintrag ist so, wie oben gewählt.</translation>
    </message>
    <message>
        <source>Nothing was confirmed: %1</source>
        <translation>Nichts wurde bestätigt: %1</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::RejectionsTableModel</name>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Was gesendet wurde</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::RejectionsView</name>
    <message>
        <source>Rejected events, the newest first</source>
        <translation>Abgewiesene Ereignisse, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Older ones could not be read: %1. Scroll on to try again.</source>
        <translation>Ältere konnten nicht gelesen werden: %1. Weiter rollen versucht es wieder.</translation>
    </message>
    <message>
        <source>Why it was rejected</source>
        <translation>Warum abgewiesen</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Was gesendet wurde</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Choose one in the list to see what was sent and what to do about it.</source>
        <translation>Wählen Sie eines in der Liste, um zu sehen, was gesendet wurde und was zu tun ist.</translation>
    </message>
    <message>
        <source>Sent by %1, received %2.</source>
        <translation>Von %1 gesendet, empfangen %2.</translation>
    </message>
    <message>
        <source>Machine %1</source>
        <translation>Maschine %1</translation>
    </message>
    <message>
        <source>Go to machine %1</source>
        <translation>Zur Maschine %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n Zeile kopiert.</numerusform>
            <numerusform>%n Zeilen kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>No event is chosen</source>
        <translation>Kein Ereignis ist gewählt</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::SeenPostsModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Was daraus wurde</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::SettingRow</name>
    <message>
        <source>Set by %1 at the start.</source>
        <translation>Beim Start durch %1 gesetzt.</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::SettingsPage</name>
    <message>
        <source>Restart &amp;now</source>
        <translation>Jetzt &amp;neu starten</translation>
    </message>
    <message>
        <source>&amp;Revert</source>
        <translation>Z&amp;urücknehmen</translation>
    </message>
    <message>
        <source>Appl&amp;y</source>
        <translation>Ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>When machines need a look</source>
        <translation>Wann Maschinen auffallen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Nothing can be applied yet: %1</source>
        <translation>Noch lässt sich nichts übernehmen: %1</translation>
    </message>
    <message>
        <source>There are changes that are not applied.</source>
        <translation>Es gibt Änderungen, die nicht übernommen sind.</translation>
    </message>
    <message>
        <source>Some of what was changed counts once Linewatch starts again.</source>
        <translation>Einiges davon gilt, sobald Linewatch neu startet.</translation>
    </message>
    <message>
        <source>Kept in %1</source>
        <translation>Steht in %1</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::SettingsParts</name>
    <message>
        <source>%1 · %2 new</source>
        <translation>%1 · %2 neu</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::StateChart</name>
    <message>
        <source>State history</source>
        <translation>Zustandsverlauf</translation>
    </message>
    <message>
        <source>States cannot be told of this window</source>
        <translation>Zustände lassen sich für diesen Zeitraum nicht sagen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>seen every %1</source>
        <translation>alle %1 festgestellt</translation>
    </message>
    <message>
        <source>times in %1</source>
        <translation>Zeiten in %1</translation>
    </message>
    <message>
        <source>The state at that time cannot be told</source>
        <translation>Der Zustand zu dieser Zeit lässt sich nicht sagen</translation>
    </message>
    <message>
        <source>%1
%2, %3</source>
        <translation>%1
%2, %3</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::TextSizeMenu</name>
    <message>
        <source>Te&amp;xt size</source>
        <translation>&amp;Textgröße</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::ThresholdSection</name>
    <message>
        <source>&amp;Warning from</source>
        <translation>&amp;Warnung ab</translation>
    </message>
    <message>
        <source>Defects an hour, with a decimal point; counts after a restart.</source>
        <translation>Fehler je Stunde, mit Dezimalpunkt; gilt nach einem Neustart.</translation>
    </message>
    <message>
        <source>S&amp;ilent after</source>
        <translation>Stu&amp;mm nach</translation>
    </message>
    <message>
        <source>Minutes without an event, 1 to 1,440; counts after a restart.</source>
        <translation>Minuten ohne Ereignis, 1 bis 1.440; gilt nach einem Neustart.</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::TimeChart</name>
    <message>
        <source>No events in this window</source>
        <translation>Keine Ereignisse in diesem Zeitraum</translation>
    </message>
    <message>
        <source>%1 (line, left) · %2 (bars, right) · times in %3</source>
        <translation>%1 (Linie, links) · %2 (Balken, rechts) · Zeiten in %3</translation>
    </message>
    <message>
        <source>%1 · dashed: limit %2</source>
        <translation>%1 · gestrichelt: Grenze %2</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::TrendChart</name>
    <message>
        <source>Events and defects</source>
        <translation>Ereignisse und Fehler</translation>
    </message>
    <message>
        <source>No events in this window</source>
        <translation>Keine Ereignisse in diesem Zeitraum</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, so far</source>
        <translation>%1, bisher</translation>
    </message>
    <message>
        <source>no machine sent anything</source>
        <translation>keine Maschine hat etwas gesendet</translation>
    </message>
    <message>
        <source>%1 events a minute</source>
        <translation>%1 Ereignisse je Minute</translation>
    </message>
    <message>
        <source>%1 defects a minute</source>
        <translation>%1 Fehler je Minute</translation>
    </message>
    <message>
        <source>more defects than chance explains</source>
        <translation>mehr Fehler, als Zufall erklärt</translation>
    </message>
    <message>
        <source>Reading from the store…</source>
        <translation>Wird aus dem Speicher gelesen …</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::UnsavedSettings</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings were changed and are not applied.</source>
        <translation>Einstellungen wurden geändert und sind nicht übernommen.</translation>
    </message>
    <message>
        <source>They cannot be applied as they are: %1</source>
        <translation>So lassen sie sich nicht übernehmen: %1</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>Ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Back to the settings</source>
        <translation>&amp;Zurück zu den Einstellungen</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::WindowBody</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>linewatch::ui::WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;About Linewatch</source>
        <translation>Ü&amp;ber Linewatch</translation>
    </message>
    <message>
        <source>Live, %1</source>
        <translation>Live, %1</translation>
    </message>
    <message>
        <source>T&amp;oday</source>
        <translation>H&amp;eute</translation>
    </message>
    <message>
        <source>F&amp;rom – to…</source>
        <translation>V&amp;on – bis …</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>Fi&amp;lter the machines</source>
        <translation>Maschinen &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Connect a machine…</source>
        <translation>&amp;Maschine verbinden …</translation>
    </message>
    <message>
        <source>&amp;Demo plant</source>
        <translation>&amp;Demo-Werk</translation>
    </message>
    <message>
        <source>&amp;Back to my plant</source>
        <translation>&amp;Zurück zu meinem Werk</translation>
    </message>
</context>
</TS>
