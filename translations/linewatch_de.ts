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
    <name>Pareto</name>
    <message>
        <source>Other (%1)</source>
        <translation>Andere (%1)</translation>
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
    <name>linewatch::ui::MainWindow</name>
    <message>
        <source>The store could not be read: %1 It is tried again in a while; the figures below are older.</source>
        <translation>Der Speicher konnte nicht gelesen werden: %1 Es wird bald wieder versucht; die Zahlen unten sind älter.</translation>
    </message>
    <message>
        <source>The newest events could not be read from the store: %1 It is tried again in a while.</source>
        <translation>Die neuesten Ereignisse konnten nicht aus dem Speicher gelesen werden: %1 Es wird bald wieder versucht.</translation>
    </message>
    <message>
        <source>Viewer – Linewatch</source>
        <translation>Betrachter – Linewatch</translation>
    </message>
    <message>
        <source>The store cannot be reached: %1 Shown is the state of %2; this goes on by itself.</source>
        <translation>Der Speicher ist nicht erreichbar: %1 Gezeigt wird der Stand von %2; es geht von selbst weiter.</translation>
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
</context>
<context>
    <name>linewatch::ui::WindowBody</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
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
        <source>Fi&amp;nd a machine or line</source>
        <translation>Maschine oder Linie &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Start the &amp;demo plant</source>
        <translation>&amp;Demo-Werk starten</translation>
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
</context>
</TS>
