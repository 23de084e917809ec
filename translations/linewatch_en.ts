<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>KeyFigures</name>
    <message numerus="yes">
        <source>%n warning</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silent</source>
        <translation>
            <numerusform>%n silent</numerusform>
            <numerusform>%n silent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n no data</source>
        <translation>
            <numerusform>%n no data</numerusform>
            <numerusform>%n no data</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegistryView</name>
    <message numerus="yes">
        <source>confirmation of %n machine(s)</source>
        <translation>
            <numerusform>confirmation of %n machine</numerusform>
            <numerusform>confirmation of %n machines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>confirmation of %n line(s)</source>
        <translation>
            <numerusform>confirmation of %n line</numerusform>
            <numerusform>confirmation of %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShownWindow</name>
    <message numerus="yes">
        <source>last %n hour(s)</source>
        <translation>
            <numerusform>last hour</numerusform>
            <numerusform>last %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n minute(s)</source>
        <translation>
            <numerusform>last %n minute</numerusform>
            <numerusform>last %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %n hour(s) before</source>
        <translation>
            <numerusform>the hour before</numerusform>
            <numerusform>the %n hours before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %n minute(s) before</source>
        <translation>
            <numerusform>the %n minute before</numerusform>
            <numerusform>the %n minutes before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linewatch::ui::EventDetails</name>
    <message numerus="yes">
        <source>Corrected %n time(s). A dot and bold text mark what a correction changed.</source>
        <translation>
            <numerusform>Corrected once. A dot and bold text mark what a correction changed.</numerusform>
            <numerusform>Corrected %n times. A dot and bold text mark what a correction changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linewatch::ui::EventsFilter</name>
    <message numerus="yes">
        <source>%n newer: show them</source>
        <translation>
            <numerusform>%n newer: show it</numerusform>
            <numerusform>%n newer: show them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linewatch::ui::EventsPage</name>
    <message numerus="yes">
        <source>%1 event(s)</source>
        <translation>
            <numerusform>%1 event</numerusform>
            <numerusform>%1 events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) with defects</source>
        <translation>
            <numerusform>%1 event with defects</numerusform>
            <numerusform>%1 events with defects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s) with unknown defects</source>
        <translation>
            <numerusform>%1 event with unknown defects</numerusform>
            <numerusform>%1 events with unknown defects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linewatch::ui::EventsView</name>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linewatch::ui::ImportPreview</name>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linewatch::ui::LineForm</name>
    <message numerus="yes">
        <source>edit of %n line(s)</source>
        <translation>
            <numerusform>edit of %n line</numerusform>
            <numerusform>edit of %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit %n line(s)</source>
        <translation>
            <numerusform>Edit %n line</numerusform>
            <numerusform>Edit %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n line(s)</source>
        <translation>
            <numerusform>Change %n line</numerusform>
            <numerusform>Change %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linewatch::ui::MachineForm</name>
    <message numerus="yes">
        <source>edit of %n machine(s)</source>
        <translation>
            <numerusform>edit of %n machine</numerusform>
            <numerusform>edit of %n machines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit %n machine(s)</source>
        <translation>
            <numerusform>Edit %n machine</numerusform>
            <numerusform>Edit %n machines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n machine(s)</source>
        <translation>
            <numerusform>Change %n machine</numerusform>
            <numerusform>Change %n machines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linewatch::ui::MachineGrid</name>
    <message numerus="yes">
        <source>%n machine(s)</source>
        <translation>
            <numerusform>%n machine</numerusform>
            <numerusform>%n machines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silent</source>
        <translation>
            <numerusform>%n silent</numerusform>
            <numerusform>%n silent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linewatch::ui::RejectionsView</name>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
</context>
</TS>
