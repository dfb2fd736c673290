<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Watchword</name>
    <message>
        <source> Not sent: {drops}.</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation> Nicht gesendet: {drops}.</translation>
    </message>
    <message numerus="yes">
        <source>%n answered</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>
            <numerusform>%n beantwortet</numerusform>
            <numerusform>%n beantwortet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <extracomment>viewer/ui/cards/amounts.py, viewer/ui/cards/plain.py, viewer/ui/cards/scalar.py</extracomment>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Byte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cameras</source>
        <extracomment>viewer/ui/all_chats/round.py, viewer/ui/desktop/notifier.py</extracomment>
        <translation>
            <numerusform>%n Kamera</numerusform>
            <numerusform>%n Kameras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cameras are being recorded.</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>
            <numerusform>%n Kamera wird aufgenommen.</numerusform>
            <numerusform>%n Kameras werden aufgenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cameras are not being recorded any more: {cameras}. {cause}</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n Kamera wird nicht mehr aufgenommen: {cameras}. {cause}</numerusform>
            <numerusform>%n Kameras werden nicht mehr aufgenommen: {cameras}. {cause}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <extracomment>viewer/ui/cards/tree.py</extracomment>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <extracomment>viewer/ui/cards/plain.py, viewer/ui/cards/tree.py</extracomment>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <extracomment>viewer/ui/all_chats/found_list.py</extracomment>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines. Enter opens the conversation there.</source>
        <extracomment>viewer/ui/all_chats/search.py</extracomment>
        <translation>
            <numerusform>%n Zeile. Die Eingabetaste öffnet das Gespräch an dieser Stelle.</numerusform>
            <numerusform>%n Zeilen. Die Eingabetaste öffnet das Gespräch an dieser Stelle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages waiting.</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>
            <numerusform>%n Nachricht wartet.</numerusform>
            <numerusform>%n Nachrichten warten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <extracomment>viewer/ui/motion/dialog.py, viewer/ui/preferences/recording.py, viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more columns</source>
        <extracomment>viewer/ui/cards/table.py</extracomment>
        <translation>
            <numerusform>%n weitere Spalte</numerusform>
            <numerusform>%n weitere Spalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new messages</source>
        <extracomment>viewer/ui/desktop/notifier.py</extracomment>
        <translation>
            <numerusform>%n neue Nachricht</numerusform>
            <numerusform>%n neue Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures of {camera} are missing in its recording.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n Bild von {camera} fehlt in der Aufnahme.</numerusform>
            <numerusform>%n Bilder von {camera} fehlen in der Aufnahme.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>
            <numerusform>%n empfangen</numerusform>
            <numerusform>%n empfangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recordings are kept: {length}, {size}.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n Aufnahme ist aufgehoben: {length}, {size}.</numerusform>
            <numerusform>%n Aufnahmen sind aufgehoben: {length}, {size}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recordings are shown together at most.</source>
        <extracomment>viewer/ui/replay/window.py</extracomment>
        <translation>
            <numerusform>Höchstens %n Aufnahme wird gezeigt.</numerusform>
            <numerusform>Höchstens %n Aufnahmen werden zusammen gezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records</source>
        <extracomment>viewer/ui/cards/rows.py</extracomment>
        <translation>
            <numerusform>%n Datensatz</numerusform>
            <numerusform>%n Datensätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <extracomment>viewer/ui/motion/dialog.py, viewer/ui/preferences/recording.py</extracomment>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>
            <numerusform>%n gesendet</numerusform>
            <numerusform>%n gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots are kept in {folder}.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n Schnappschuss ist in {folder} aufgehoben.</numerusform>
            <numerusform>%n Schnappschüsse sind in {folder} aufgehoben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <extracomment>viewer/ui/camera_list/model.py</extracomment>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread messages.</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>
            <numerusform>%n ungelesene Nachricht.</numerusform>
            <numerusform>%n ungelesene Nachrichten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <extracomment>viewer/ui/cards/plot.py</extracomment>
        <translation>
            <numerusform>%n Wert</numerusform>
            <numerusform>%n Werte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values, from {least} to {most}, the last {last}</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>
            <numerusform>%n Wert, von {least} bis {most}, der letzte {last}</numerusform>
            <numerusform>%n Werte, von {least} bis {most}, der letzte {last}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values, none of them a number</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>
            <numerusform>%n Wert, keine Zahl</numerusform>
            <numerusform>%n Werte, keine Zahl darunter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>, or / for commands</source>
        <extracomment>viewer/ui/chat/foot.py</extracomment>
        <translation>, oder / für Befehle</translation>
    </message>
    <message>
        <source>, the first {sides} of it</source>
        <extracomment>viewer/ui/cards/rows.py</extracomment>
        <translation>, davon die ersten {sides}</translation>
    </message>
    <message>
        <source>, {percent:.0f} percent done</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>, {percent:.0f} Prozent erledigt</translation>
    </message>
    <message>
        <source>/help shows what there is.</source>
        <extracomment>camwire/commands/reading.py</extracomment>
        <translation>/help zeigt, was es gibt.</translation>
    </message>
    <message>
        <source>/{command} has no argument {name}.</source>
        <extracomment>camwire/commands/problems.py</extracomment>
        <translation>/{command} hat kein Argument {name}.</translation>
    </message>
    <message>
        <source>/{command} takes no arguments.</source>
        <extracomment>camwire/commands/problems.py</extracomment>
        <translation>/{command} nimmt keine Argumente.</translation>
    </message>
    <message>
        <source>/{command} takes no more than one argument: {usage}</source>
        <extracomment>camwire/commands/problems.py</extracomment>
        <translation>/{command} nimmt höchstens ein Argument: {usage}</translation>
    </message>
    <message>
        <source>/{command} takes no more than {count} arguments: {usage}</source>
        <extracomment>camwire/commands/problems.py</extracomment>
        <translation>/{command} nimmt höchstens {count} Argumente: {usage}</translation>
    </message>
    <message>
        <source>0 is the first webcam there, picamera the camera of a Raspberry Pi; watchword-camera --list-sources tells what else there is.</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>0 ist dort die erste Webcam, picamera die Kamera eines Raspberry Pi; watchword-camera --list-sources sagt, was es sonst gibt.</translation>
    </message>
    <message>
        <source>5 seconds back (←)</source>
        <extracomment>viewer/ui/replay/transport.py</extracomment>
        <translation>5 Sekunden zurück (←)</translation>
    </message>
    <message>
        <source>5 seconds on (→)</source>
        <extracomment>viewer/ui/replay/transport.py</extracomment>
        <translation>5 Sekunden weiter (→)</translation>
    </message>
    <message>
        <source>; {count:,} more</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>; {count:,} weitere</translation>
    </message>
    <message>
        <source>A Watchword camera</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Eine Watchword-Kamera</translation>
    </message>
    <message>
        <source>A camera is any computer that runs &lt;code&gt;watchword-camera&lt;/code&gt;, or a script of VidGear or imagezmq.</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Eine Kamera ist jeder Computer, auf dem &lt;code&gt;watchword-camera&lt;/code&gt; läuft, oder ein Skript von VidGear oder imagezmq.</translation>
    </message>
    <message>
        <source>A camera of this computer</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Eine Kamera dieses Computers</translation>
    </message>
    <message>
        <source>A camera of this computer…</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Dieser Computer…</translation>
    </message>
    <message>
        <source>A camera of this wall</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Eine Kamera dieser Wand</translation>
    </message>
    <message>
        <source>A camera that called at port {port} from {address} uses the id of another one, and has not its key. It was not let in: somebody may pass for it. If it was set up anew, pair with it again.</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Eine Kamera, die von {address} an Port {port} anrief, benutzt die Kennung einer anderen und hat nicht deren Schlüssel. Sie wurde nicht eingelassen: Vielleicht gibt sich jemand für sie aus. Wurde sie neu eingerichtet, neu mit ihr koppeln.</translation>
    </message>
    <message>
        <source>A camera that this viewer is not paired with knocked at port {port}, and was not let in. Pair with it first, or end it.</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Eine Kamera, mit der dieser Betrachter nicht gekoppelt ist, klopfte an Port {port} und wurde nicht eingelassen. Erst mit ihr koppeln oder sie beenden.</translation>
    </message>
    <message>
        <source>A camera using another pattern knocked at port {port}. {expected} Change the pattern in its script, or listen for it at another port; then restart the script: once refused, it may not call again.</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Eine Kamera mit einem anderen Muster hat an Port {port} angeklopft. {expected} Das Muster in ihrem Skript ändern oder an einem anderen Port auf sie lauschen; dann das Skript neu starten: Einmal abgewiesen, meldet sie sich vielleicht nicht wieder.</translation>
    </message>
    <message>
        <source>A camera with other security or keys knocked at port {port}, and was not let in. Both ends need the same secure_mode and the same key files. Then restart its script.</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Eine Kamera mit anderer Sicherung oder anderen Schlüsseln hat an Port {port} angeklopft und wurde nicht eingelassen. Beide Seiten brauchen denselben secure_mode und dieselben Schlüsseldateien. Dann ihr Skript neu starten.</translation>
    </message>
    <message>
        <source>A code is four digits and two words, like 4821-river-candle.</source>
        <extracomment>camwire/pairing/code.py</extracomment>
        <translation>Ein Code besteht aus vier Ziffern und zwei Wörtern, wie 4821-river-candle.</translation>
    </message>
    <message>
        <source>A command begins with /.</source>
        <extracomment>camwire/commands/reading.py</extracomment>
        <translation>Ein Befehl beginnt mit /.</translation>
    </message>
    <message>
        <source>A group needs a name. Write one.</source>
        <extracomment>viewer/core/wall/groups.py</extracomment>
        <translation>Eine Gruppe braucht einen Namen. Einen schreiben.</translation>
    </message>
    <message>
        <source>A layout needs a name. Write one.</source>
        <extracomment>viewer/core/wall/layouts.py</extracomment>
        <translation>Eine Anordnung braucht einen Namen. Einen schreiben.</translation>
    </message>
    <message>
        <source>A recording then begins so long before you press R. It takes memory and network all the time.</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Eine Aufnahme beginnt dann so lange, bevor R gedrückt wird. Das kostet ständig Speicher und Netz.</translation>
    </message>
    <message>
        <source>A video file</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Eine Videodatei</translation>
    </message>
    <message>
        <source>A wall of live cameras that you can talk to.</source>
        <extracomment>viewer/ui/dialogs/about.py</extracomment>
        <translation>Eine Wand aus Live-Kameras, mit denen man sprechen kann.</translation>
    </message>
    <message>
        <source>A webcam of this computer, a camera with an address, or a script of VidGear or imagezmq.</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Eine Webcam dieses Computers, eine Kamera mit einer Adresse oder ein Skript von VidGear oder imagezmq.</translation>
    </message>
    <message>
        <source>About Watchword</source>
        <extracomment>viewer/ui/dialogs/about.py, viewer/core/actions.py</extracomment>
        <translation>Über Watchword</translation>
    </message>
    <message>
        <source>About this picture</source>
        <extracomment>viewer/ui/chat/pinning.py</extracomment>
        <translation>Zu diesem Bild</translation>
    </message>
    <message numerus="yes">
        <source>Add %n cameras</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>
            <numerusform>%n Kamera hinzufügen</numerusform>
            <numerusform>%n Kameras hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a camera</source>
        <extracomment>viewer/ui/bar.py, viewer/ui/dialogs/add.py, viewer/ui/empty_state.py</extracomment>
        <translation>Eine Kamera hinzufügen</translation>
    </message>
    <message>
        <source>Add a camera of this computer</source>
        <extracomment>viewer/ui/dialogs/own.py</extracomment>
        <translation>Eine Kamera dieses Computers hinzufügen</translation>
    </message>
    <message>
        <source>Add a camera of this computer…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Kamera dieses Computers hinzufügen…</translation>
    </message>
    <message>
        <source>Add by address…</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Mit Adresse hinzufügen…</translation>
    </message>
    <message>
        <source>Add camera</source>
        <extracomment>viewer/ui/bar.py, viewer/ui/dialogs/add.py, viewer/ui/dialogs/find.py, viewer/ui/dialogs/own.py</extracomment>
        <translation>Kamera hinzufügen</translation>
    </message>
    <message>
        <source>Add camera…</source>
        <extracomment>viewer/ui/empty_state.py, viewer/core/actions.py</extracomment>
        <translation>Kamera hinzufügen…</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>viewer/ui/dialogs/add.py, viewer/ui/dialogs/find.py, viewer/ui/pairing/which_camera.py</extracomment>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Add…</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Age</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Age when shown: {half} ms or less in half of the pictures, {most} ms or less in 95 of 100</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Alter beim Zeigen: höchstens {half} ms bei der Hälfte der Bilder, höchstens {most} ms bei 95 von 100</translation>
    </message>
    <message>
        <source>Age: not known</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Alter: nicht bekannt</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All cameras</source>
        <extracomment>viewer/ui/camera_list/panel.py</extracomment>
        <translation>Alle Kameras</translation>
    </message>
    <message>
        <source>All cameras are on this page.</source>
        <extracomment>viewer/ui/layouts/wall_actions.py</extracomment>
        <translation>Alle Kameras sind auf dieser Seite.</translation>
    </message>
    <message>
        <source>All that goes to and fro is encrypted from now on.</source>
        <extracomment>viewer/ui/pairing/outcome.py</extracomment>
        <translation>Alles, was hin und her geht, ist von nun an verschlüsselt.</translation>
    </message>
    <message>
        <source>All, with those that come later</source>
        <extracomment>viewer/ui/layouts/save_dialog.py</extracomment>
        <translation>Alle, auch die später hinzukommen</translation>
    </message>
    <message>
        <source>Always</source>
        <extracomment>viewer/ui/dialogs/shortcuts.py</extracomment>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Another address…</source>
        <extracomment>viewer/ui/pairing/which_camera.py</extracomment>
        <translation>Andere Adresse…</translation>
    </message>
    <message>
        <source>Another camera may be here now.</source>
        <extracomment>viewer/core/talk/talk.py</extracomment>
        <translation>Hier ist jetzt vielleicht eine andere Kamera.</translation>
    </message>
    <message>
        <source>Another key</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Anderer Schlüssel</translation>
    </message>
    <message>
        <source>Answer</source>
        <extracomment>viewer/ui/all_chats/receipt_table.py</extracomment>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>April</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>April</translation>
    </message>
    <message>
        <source>Archives (*.zip)</source>
        <extracomment>viewer/ui/replay/exporting.py</extracomment>
        <translation>Archive (*.zip)</translation>
    </message>
    <message>
        <source>Arrows</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>As many as can be seen well</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>So viele, wie gut zu sehen sind</translation>
    </message>
    <message>
        <source>As shown on the wall</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Wie an der Wand gezeigt</translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>viewer/ui/look/language.py, viewer/ui/preferences/general.py</extracomment>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Ask before quitting while recording</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Beim Beenden fragen, wenn aufgenommen wird</translation>
    </message>
    <message>
        <source>Ask me the next time, too</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Auch beim nächsten Mal fragen</translation>
    </message>
    <message>
        <source>August</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>August</translation>
    </message>
    <message>
        <source>Automatic exposure</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Automatische Belichtung</translation>
    </message>
    <message>
        <source>Automatic layout</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Automatische Anordnung</translation>
    </message>
    <message>
        <source>Automatic white balance</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Automatischer Weißabgleich</translation>
    </message>
    <message>
        <source>Back to the wall</source>
        <extracomment>viewer/ui/actions/camera_actions.py, viewer/ui/wall/tile_buttons.py</extracomment>
        <translation>Zurück zur Wand</translation>
    </message>
    <message>
        <source>Back to the wall (Enter)</source>
        <extracomment>viewer/ui/wall/tile_buttons.py</extracomment>
        <translation>Zurück zur Wand (Eingabe)</translation>
    </message>
    <message>
        <source>Back to {text}</source>
        <extracomment>viewer/ui/controls/row.py</extracomment>
        <translation>Zurück auf {text}</translation>
    </message>
    <message>
        <source>Backlight</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Gegenlicht</translation>
    </message>
    <message>
        <source>Blue</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Brightness</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>By hand</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>By themselves after {time}</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>Von selbst nach {time}</translation>
    </message>
    <message>
        <source>Camera</source>
        <extracomment>viewer/ui/all_chats/receipt_table.py, viewer/ui/chat/model.py, viewer/ui/dialogs/find.py, viewer/ui/pairing/pair_dialog.py, viewer/ui/pairing/which_camera.py</extracomment>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Camera settings</source>
        <extracomment>viewer/ui/wall/tile_buttons.py, viewer/core/actions.py</extracomment>
        <translation>Kameraeinstellungen</translation>
    </message>
    <message>
        <source>Camera settings (A)</source>
        <extracomment>viewer/ui/wall/tile_buttons.py</extracomment>
        <translation>Kameraeinstellungen (A)</translation>
    </message>
    <message>
        <source>Cameras</source>
        <extracomment>viewer/ui/camera_list/panel.py, viewer/ui/layouts/now_form.py, viewer/ui/layouts/save_dialog.py, viewer/ui/main_menu.py, viewer/core/actions.py</extracomment>
        <translation>Kameras</translation>
    </message>
    <message>
        <source>Cameras are shown in full screen</source>
        <extracomment>viewer/ui/desktop/awake_bus.py</extracomment>
        <translation>Kameras werden im Vollbild gezeigt</translation>
    </message>
    <message>
        <source>Cameras cannot be found here: the package zeroconf is not installed.</source>
        <extracomment>viewer/core/finding/finding.py</extracomment>
        <translation>Kameras lassen sich hier nicht suchen: Das Paket zeroconf ist nicht installiert.</translation>
    </message>
    <message>
        <source>Cameras may call at {ports}. Each gets a tile.</source>
        <extracomment>viewer/ui/asking.py</extracomment>
        <translation>Kameras können sich an {ports} melden. Jede bekommt eine Kachel.</translation>
    </message>
    <message>
        <source>Cameras on your network</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Kameras im Netz</translation>
    </message>
    <message>
        <source>Cameras that this viewer is paired with</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Kameras, mit denen dieser Betrachter gekoppelt ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>viewer/ui/cards/file.py, viewer/ui/cards/running.py, viewer/ui/chat/bubbles.py, viewer/ui/chat/deeds.py, viewer/ui/dialogs/base.py</extracomment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cannot listen at {endpoint}: {why}.</source>
        <extracomment>camwire/sockets.py</extracomment>
        <translation>An {endpoint} kann nicht gelauscht werden: {why}.</translation>
    </message>
    <message>
        <source>Change places with it</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Den Platz mit ihr tauschen</translation>
    </message>
    <message>
        <source>Chat</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Chat (C)</source>
        <extracomment>viewer/ui/wall/tile_buttons.py</extracomment>
        <translation>Chat (C)</translation>
    </message>
    <message>
        <source>Choose a camera…</source>
        <extracomment>viewer/ui/pairing/which_camera.py</extracomment>
        <translation>Kamera auswählen …</translation>
    </message>
    <message>
        <source>Choose a recording.</source>
        <extracomment>viewer/ui/replay/player.py</extracomment>
        <translation>Eine Aufnahme wählen.</translation>
    </message>
    <message>
        <source>Choose a shorter name: at most {count} characters.</source>
        <extracomment>viewer/core/controls/presets.py</extracomment>
        <translation>Einen kürzeren Namen wählen: höchstens {count} Zeichen.</translation>
    </message>
    <message>
        <source>Choose a video</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Ein Video wählen</translation>
    </message>
    <message>
        <source>Choose …</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose…</source>
        <extracomment>viewer/ui/pairing/move_dialog.py, viewer/ui/preferences/recording.py</extracomment>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>viewer/ui/look/clearing.py</extracomment>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Click to let it go</source>
        <extracomment>viewer/ui/controls/row.py</extracomment>
        <translation>Klicken, um es loszulassen</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>viewer/ui/all_chats/round.py, viewer/ui/camera_list/list_actions.py, viewer/ui/camera_list/panel.py, viewer/ui/dialogs/about.py, viewer/ui/dialogs/shortcuts.py, viewer/ui/dialogs/show.py, viewer/ui/layouts/edit_dialog.py, viewer/ui/pairing/pair_dialog.py, viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close camera settings</source>
        <extracomment>viewer/ui/actions/talk_actions.py, viewer/ui/controls/panel.py</extracomment>
        <translation>Kameraeinstellungen schließen</translation>
    </message>
    <message>
        <source>Close camera settings (Ctrl+W)</source>
        <extracomment>viewer/ui/controls/panel.py</extracomment>
        <translation>Kameraeinstellungen schließen (Strg+W)</translation>
    </message>
    <message>
        <source>Close chat</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Chat schließen</translation>
    </message>
    <message>
        <source>Close chat (Ctrl+W)</source>
        <extracomment>viewer/ui/chat/head.py</extracomment>
        <translation>Chat schließen (Strg+W)</translation>
    </message>
    <message>
        <source>Close that program</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>Dieses Programm schließen</translation>
    </message>
    <message>
        <source>Closing the window leaves the icon there</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Beim Schließen des Fensters bleibt das Symbol dort</translation>
    </message>
    <message>
        <source>Code</source>
        <extracomment>viewer/ui/pairing/pair_dialog.py</extracomment>
        <translation>Code</translation>
    </message>
    <message>
        <source>Colour temperature</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Farbtemperatur</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <extracomment>viewer/ui/wall/not_live.py</extracomment>
        <translation>Verbindet sich…</translation>
    </message>
    <message>
        <source>Contrast</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Conversation</source>
        <extracomment>viewer/ui/chat/view.py, viewer/ui/replay/conversation.py, viewer/ui/replay/transport.py</extracomment>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Conversations are kept again.</source>
        <extracomment>viewer/app.py</extracomment>
        <translation>Gespräche werden wieder aufgehoben.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>viewer/ui/dialogs/about.py, viewer/ui/dialogs/picture.py</extracomment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy address</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy table</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy text</source>
        <extracomment>viewer/ui/chat/deeds.py</extracomment>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Copy the picture (Ctrl+C)</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>Das Bild kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Ctrl+arrows</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Strg+Pfeiltasten</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>December</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>Dezember</translation>
    </message>
    <message>
        <source>Default</source>
        <extracomment>viewer/ui/dialogs/shortcuts.py</extracomment>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>viewer/ui/controls/preset_menu.py, viewer/ui/replay/delete_dialog.py</extracomment>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n recordings?</source>
        <extracomment>viewer/ui/replay/delete_dialog.py</extracomment>
        <translation>
            <numerusform>%n Aufnahme löschen?</numerusform>
            <numerusform>%n Aufnahmen löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete recordings</source>
        <extracomment>viewer/ui/replay/delete_dialog.py</extracomment>
        <translation>Aufnahmen löschen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <extracomment>viewer/ui/replay/window.py</extracomment>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Demo film: Big Buck Bunny, © Blender Foundation, CC BY 3.0. Typeface: Inter, © The Inter Project Authors, SIL Open Font License 1.1. Qt and PySide6: LGPL 3.</source>
        <extracomment>viewer/ui/dialogs/about.py</extracomment>
        <translation>Demofilm: Big Buck Bunny, © Blender Foundation, CC BY 3.0. Schrift: Inter, © The Inter Project Authors, SIL Open Font License 1.1. Qt und PySide6: LGPL 3.</translation>
    </message>
    <message>
        <source>Did you mean /{near}?</source>
        <extracomment>camwire/commands/reading.py</extracomment>
        <translation>War /{near} gemeint?</translation>
    </message>
    <message>
        <source>Did you mean {near}?</source>
        <extracomment>camwire/commands/problems.py</extracomment>
        <translation>War {near} gemeint?</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <extracomment>viewer/ui/notice.py</extracomment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Do not send</source>
        <extracomment>viewer/ui/chat/deeds.py</extracomment>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Doors</source>
        <extracomment>viewer/ui/layouts/group_dialog.py</extracomment>
        <translation>Türen</translation>
    </message>
    <message>
        <source>Drag a frame around what matters; double-click for the whole picture.</source>
        <extracomment>viewer/ui/motion/dialog.py</extracomment>
        <translation>Einen Rahmen um das Wichtige ziehen; Doppelklick für das ganze Bild.</translation>
    </message>
    <message>
        <source>Drag cameras from the list into this window, or choose “Show in another window” in the menu of one.</source>
        <extracomment>viewer/ui/wall_window.py</extracomment>
        <translation>Kameras aus der Liste in dieses Fenster ziehen oder im Menü einer Kamera „In anderem Fenster zeigen“ wählen.</translation>
    </message>
    <message>
        <source>Earlier (Enter)</source>
        <extracomment>viewer/ui/chat/search.py</extracomment>
        <translation>Frühere (Eingabe)</translation>
    </message>
    <message>
        <source>Edit</source>
        <extracomment>viewer/ui/cards/failure.py, viewer/ui/chat/deeds.py</extracomment>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Entrance by night</source>
        <extracomment>viewer/ui/layouts/save_dialog.py</extracomment>
        <translation>Eingang bei Nacht</translation>
    </message>
    <message>
        <source>Every picture was shown.</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Jedes Bild wurde gezeigt.</translation>
    </message>
    <message>
        <source>Everything is read.</source>
        <extracomment>viewer/ui/actions/talk_actions.py</extracomment>
        <translation>Alles ist gelesen.</translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export layout</source>
        <extracomment>viewer/ui/layouts/files.py</extracomment>
        <translation>Anordnung exportieren</translation>
    </message>
    <message>
        <source>Export recordings</source>
        <extracomment>viewer/ui/replay/exporting.py</extracomment>
        <translation>Aufnahmen exportieren</translation>
    </message>
    <message>
        <source>Export the key of this viewer</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Den Schlüssel dieses Betrachters exportieren</translation>
    </message>
    <message>
        <source>Exported to {file}.</source>
        <extracomment>viewer/ui/replay/exporting.py</extracomment>
        <translation>Exportiert nach {file}.</translation>
    </message>
    <message>
        <source>Exporting… {percent} %</source>
        <extracomment>viewer/ui/replay/exporting.py</extracomment>
        <translation>Wird exportiert… {percent} %</translation>
    </message>
    <message>
        <source>Export…</source>
        <extracomment>viewer/ui/layouts/edit_dialog.py, viewer/ui/pairing/paired_dialog.py, viewer/ui/replay/window.py</extracomment>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Exposure</source>
        <extracomment>viewer/core/controls/groups.py, viewer/core/controls/titles.py</extracomment>
        <translation>Belichtung</translation>
    </message>
    <message>
        <source>Exposure auto</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Belichtung automatisch</translation>
    </message>
    <message>
        <source>Exposure compensation</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Belichtungskorrektur</translation>
    </message>
    <message>
        <source>Exposure slows rate</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Belichtung senkt die Rate</translation>
    </message>
    <message>
        <source>Exposure time</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Belichtungszeit</translation>
    </message>
    <message>
        <source>Exposure time is</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Belichtungszeit ist</translation>
    </message>
    <message>
        <source>Exposure time or gain first</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Zuerst Belichtungszeit oder Verstärkung</translation>
    </message>
    <message>
        <source>Failed: </source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>Fehlgeschlagen: </translation>
    </message>
    <message>
        <source>February</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>Februar</translation>
    </message>
    <message>
        <source>Figures for developers</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Zahlen für Entwickler</translation>
    </message>
    <message>
        <source>Figures on every tile</source>
        <extracomment>viewer/ui/bar.py</extracomment>
        <translation>Zahlen auf jeder Kachel</translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File {name}</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>Datei {name}</translation>
    </message>
    <message>
        <source>File: {name}</source>
        <extracomment>viewer/ui/desktop/notifier.py</extracomment>
        <translation>Datei: {name}</translation>
    </message>
    <message>
        <source>Files cannot be sent to this camera, only text.</source>
        <extracomment>viewer/ui/chat/enclosing.py</extracomment>
        <translation>An diese Kamera lassen sich keine Dateien senden, nur Text.</translation>
    </message>
    <message>
        <source>Find</source>
        <extracomment>viewer/ui/chat/search.py</extracomment>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find a camera or a day</source>
        <extracomment>viewer/ui/replay/window.py</extracomment>
        <translation>Kamera oder Tag suchen</translation>
    </message>
    <message>
        <source>Find cameras</source>
        <extracomment>viewer/ui/dialogs/find.py, viewer/ui/empty_state.py</extracomment>
        <translation>Kameras suchen</translation>
    </message>
    <message>
        <source>Find cameras…</source>
        <extracomment>viewer/ui/empty_state.py, viewer/core/actions.py</extracomment>
        <translation>Kameras suchen…</translation>
    </message>
    <message>
        <source>Find in the conversation</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Im Gespräch suchen</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <extracomment>viewer/ui/chat/search.py</extracomment>
        <translation>In diesem Gespräch suchen</translation>
    </message>
    <message>
        <source>Find in this conversation (Ctrl+F)</source>
        <extracomment>viewer/ui/chat/head.py</extracomment>
        <translation>In diesem Gespräch suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Find…</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Fit</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Flicker of lamps</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Flimmern von Lampen</translation>
    </message>
    <message>
        <source>Flip</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Spiegelung</translation>
    </message>
    <message>
        <source>Focus</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Schärfe</translation>
    </message>
    <message>
        <source>Focus and zoom</source>
        <extracomment>viewer/core/controls/groups.py</extracomment>
        <translation>Schärfe und Zoom</translation>
    </message>
    <message>
        <source>Focus area</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Schärfefeld</translation>
    </message>
    <message>
        <source>Focus area, across</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Schärfefeld, waagerecht</translation>
    </message>
    <message>
        <source>Focus area, down</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Schärfefeld, senkrecht</translation>
    </message>
    <message>
        <source>Focus area, size</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Schärfefeld, Größe</translation>
    </message>
    <message>
        <source>Focus auto</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Schärfe automatisch</translation>
    </message>
    <message>
        <source>Focus distance</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Entfernung der Schärfe</translation>
    </message>
    <message>
        <source>Focus once now</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Jetzt einmal scharf stellen</translation>
    </message>
    <message>
        <source>Focus range</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Bereich der Schärfe</translation>
    </message>
    <message>
        <source>Focus speed</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Tempo der Schärfe</translation>
    </message>
    <message>
        <source>Fold {key}</source>
        <extracomment>viewer/ui/cards/tree.py</extracomment>
        <translation>{key} zuklappen</translation>
    </message>
    <message>
        <source>Folder of recordings</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Ordner der Aufnahmen</translation>
    </message>
    <message>
        <source>Folder of snapshots</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Ordner der Schnappschüsse</translation>
    </message>
    <message>
        <source>Forget</source>
        <extracomment>viewer/ui/pairing/forget_dialog.py</extracomment>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget a pairing</source>
        <extracomment>viewer/ui/pairing/forget_dialog.py</extracomment>
        <translation>Eine Kopplung vergessen</translation>
    </message>
    <message>
        <source>Forget {name}?</source>
        <extracomment>viewer/ui/pairing/forget_dialog.py</extracomment>
        <translation>{name} vergessen?</translation>
    </message>
    <message>
        <source>Forget…</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Vergessen…</translation>
    </message>
    <message>
        <source>Format: {text}</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Format: {text}</translation>
    </message>
    <message>
        <source>Four cameras on this computer that answer when you talk.</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Vier Kameras auf diesem Computer, die antworten, wenn man spricht.</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>From {left} to {right} % of the width, from {top} to {bottom} % of the height</source>
        <extracomment>viewer/ui/motion/region_field.py</extracomment>
        <translation>Von {left} bis {right} % der Breite, von {top} bis {bottom} % der Höhe</translation>
    </message>
    <message>
        <source>Full screen</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Gain</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Verstärkung</translation>
    </message>
    <message>
        <source>Gain auto</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Verstärkung automatisch</translation>
    </message>
    <message>
        <source>Gain is</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Verstärkung ist</translation>
    </message>
    <message>
        <source>Gamma</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>General</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Get the file</source>
        <extracomment>viewer/ui/cards/file.py, viewer/ui/chat/deeds.py</extracomment>
        <translation>Datei holen</translation>
    </message>
    <message>
        <source>Give the preset a name, such as Night.</source>
        <extracomment>viewer/core/controls/presets.py</extracomment>
        <translation>Dem Profil einen Namen geben, etwa Nacht.</translation>
    </message>
    <message>
        <source>Go to the camera beside</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Zur Kamera daneben gehen</translation>
    </message>
    <message>
        <source>Group</source>
        <extracomment>viewer/ui/camera_list/panel.py</extracomment>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Groups</source>
        <extracomment>viewer/ui/layouts/group_dialog.py</extracomment>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Groups of {camera}</source>
        <extracomment>viewer/ui/layouts/group_dialog.py</extracomment>
        <translation>Gruppen von {camera}</translation>
    </message>
    <message>
        <source>Group…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Gruppe…</translation>
    </message>
    <message>
        <source>Guide</source>
        <extracomment>viewer/ui/guide/window.py, viewer/core/actions.py</extracomment>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>H.264 pictures in {count:,} parts, too much work to decode</source>
        <extracomment>viewer/core/decoders/h264.py</extracomment>
        <translation>H.264-Bilder in {count:,} Teilen, zu viel Arbeit zum Dekodieren</translation>
    </message>
    <message>
        <source>H.264 pictures that build on one that is not here</source>
        <extracomment>viewer/core/decoders/h264.py</extracomment>
        <translation>H.264-Bilder, die auf einem fehlenden aufbauen</translation>
    </message>
    <message>
        <source>H.264 pictures, which need PyAV here: pip install &apos;.[viewer,h264]&apos; in the checkout</source>
        <extracomment>viewer/core/decoders/h264.py</extracomment>
        <translation>H.264-Bilder, die hier PyAV brauchen: pip install &apos;.[viewer,h264]&apos; im Quellordner</translation>
    </message>
    <message>
        <source>Heard only by a sender in bidirectional mode.</source>
        <extracomment>camwire/dialects/netgear.py</extracomment>
        <translation>Das hört nur ein Sender mit bidirectional_mode.</translation>
    </message>
    <message>
        <source>High dynamic range</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Hoher Kontrastumfang</translation>
    </message>
    <message>
        <source>Highlights or shadows</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Lichter oder Schatten</translation>
    </message>
    <message>
        <source>Hold the focus</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Schärfe halten</translation>
    </message>
    <message>
        <source>How it comes</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Wie sie kommt</translation>
    </message>
    <message>
        <source>How long is recorded</source>
        <extracomment>viewer/ui/motion/dialog.py</extracomment>
        <translation>Wie lange aufgenommen wird</translation>
    </message>
    <message>
        <source>Hue</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Farbton</translation>
    </message>
    <message>
        <source>If it runs already, this network does not pass on what cameras say, or they are on another one: add it by its address.</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Läuft sie schon, gibt dieses Netz nicht weiter, was Kameras sagen, oder sie ist in einem anderen: Sie mit ihrer Adresse hinzufügen.</translation>
    </message>
    <message>
        <source>Import</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import the key of another viewer</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Den Schlüssel eines anderen Betrachters importieren</translation>
    </message>
    <message>
        <source>Import…</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>In the camera&apos;s full size</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>In voller Größe der Kamera</translation>
    </message>
    <message>
        <source>In the picture: click to focus there, drag a frame or turn the wheel to zoom, Shift and drag to focus.</source>
        <extracomment>viewer/core/controls/hint.py</extracomment>
        <translation>Im Bild: Klicken stellt dort scharf, Rahmen ziehen oder Rad drehen zoomt, Ziehen mit Umschalt stellt scharf.</translation>
    </message>
    <message>
        <source>In the picture: click to focus there, or drag a frame to focus on it.</source>
        <extracomment>viewer/core/controls/hint.py</extracomment>
        <translation>Im Bild: Klicken oder Rahmen ziehen stellt dort scharf.</translation>
    </message>
    <message>
        <source>In the picture: drag a frame or turn the wheel to zoom.</source>
        <extracomment>viewer/core/controls/hint.py</extracomment>
        <translation>Im Bild: Rahmen ziehen oder Rad drehen zoomt.</translation>
    </message>
    <message>
        <source>In the script on the camera&apos;s computer, use this line.</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Im Skript auf dem Computer der Kamera diese Zeile verwenden.</translation>
    </message>
    <message>
        <source>In the script on this computer, use this line.</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Im Skript auf diesem Computer diese Zeile verwenden.</translation>
    </message>
    <message>
        <source>It calls the wall (from behind a router)</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Sie meldet sich bei der Wand (hinter einem Router)</translation>
    </message>
    <message>
        <source>It carries no text to the camera.</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Es überträgt keinen Text zur Kamera.</translation>
    </message>
    <message>
        <source>It ends for good when it is not answered for 15 s.</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Bleibt 15 s die Antwort aus, endet es endgültig.</translation>
    </message>
    <message>
        <source>It failed, and no reason was said.</source>
        <extracomment>viewer/ui/cards/failure.py</extracomment>
        <translation>Es ist fehlgeschlagen; ein Grund wurde nicht genannt.</translation>
    </message>
    <message>
        <source>It has no command {command}.</source>
        <extracomment>viewer/core/round.py</extracomment>
        <translation>Sie hat keinen Befehl {command}.</translation>
    </message>
    <message>
        <source>It has not been here yet, so nobody knows its commands. Try again when it is here.</source>
        <extracomment>viewer/core/round.py</extracomment>
        <translation>Sie war noch nicht hier; niemand kennt ihre Befehle. Noch einmal versuchen, wenn sie da ist.</translation>
    </message>
    <message>
        <source>It has the size of one tile already.</source>
        <extracomment>viewer/ui/layouts/wall_actions.py</extracomment>
        <translation>Sie hat schon die Größe einer Kachel.</translation>
    </message>
    <message>
        <source>It is being recorded.</source>
        <extracomment>viewer/ui/wall/line_marks.py</extracomment>
        <translation>Sie wird aufgenommen.</translation>
    </message>
    <message>
        <source>It is being recorded. Stop that first.</source>
        <extracomment>viewer/ui/replay/window.py</extracomment>
        <translation>Sie wird gerade aufgenommen. Zuerst anhalten.</translation>
    </message>
    <message>
        <source>It is kept on this computer, for this camera. What the camera sets by itself now is left to it. A preset of the same name is replaced.</source>
        <extracomment>viewer/ui/controls/preset_menu.py</extracomment>
        <translation>Es wird auf diesem Computer für diese Kamera aufgehoben. Was die Kamera jetzt selbst einstellt, bleibt ihr überlassen. Ein Profil gleichen Namens wird ersetzt.</translation>
    </message>
    <message>
        <source>It is shown with {keys}.</source>
        <extracomment>viewer/ui/layouts/save_dialog.py</extracomment>
        <translation>Sie wird mit {keys} gezeigt.</translation>
    </message>
    <message>
        <source>It may have reached the camera already, so it cannot be taken back.</source>
        <extracomment>viewer/ui/chat/deeds.py</extracomment>
        <translation>Es kann die Kamera schon erreicht haben und lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>It runs while this window is open, only for this computer, and comes again next time.</source>
        <extracomment>viewer/ui/dialogs/own.py</extracomment>
        <translation>Sie läuft, solange dieses Fenster offen ist, nur für diesen Computer, und kommt beim nächsten Mal wieder.</translation>
    </message>
    <message>
        <source>It takes no commands.</source>
        <extracomment>viewer/core/round.py</extracomment>
        <translation>Sie nimmt keine Befehle.</translation>
    </message>
    <message>
        <source>It takes the place of {name}.</source>
        <extracomment>viewer/ui/layouts/save_dialog.py</extracomment>
        <translation>Sie ersetzt {name}.</translation>
    </message>
    <message>
        <source>It was known by: {words}</source>
        <extracomment>viewer/ui/pairing/outcome.py</extracomment>
        <translation>Bekannt war sie mit: {words}</translation>
    </message>
    <message>
        <source>It was not saved: {file}, {why}. Try another folder.</source>
        <extracomment>viewer/ui/chat/saving.py</extracomment>
        <translation>Es wurde nicht gespeichert: {file}, {why}. Einen anderen Ordner versuchen.</translation>
    </message>
    <message>
        <source>It was not sent.</source>
        <extracomment>viewer/ui/chat/line_content.py</extracomment>
        <translation>Es wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>It was removed from the wall.</source>
        <extracomment>viewer/core/round.py</extracomment>
        <translation>Sie wurde von der Wand entfernt.</translation>
    </message>
    <message>
        <source>It will be back when it calls again.</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>Sie ist zurück, sobald sie sich wieder meldet.</translation>
    </message>
    <message>
        <source>Its cameras stay on the wall, and show nothing until you pair with them again. The camera still knows this viewer; on its computer, watchword-camera revoke ends that, too.</source>
        <extracomment>viewer/ui/pairing/forget_dialog.py</extracomment>
        <translation>Ihre Kameras bleiben auf der Wand und zeigen nichts, bis neu gekoppelt wird. Die Kamera kennt diesen Betrachter weiterhin; auf ihrem Computer beendet watchword-camera revoke auch das.</translation>
    </message>
    <message>
        <source>Its key can be taken to another computer, in a file.</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Sein Schlüssel kann in einer Datei auf einen anderen Computer mitgenommen werden.</translation>
    </message>
    <message>
        <source>Its key, as it says: {words}</source>
        <extracomment>viewer/ui/pairing/which_camera.py</extracomment>
        <translation>Ihr Schlüssel, wie sie sagt: {words}</translation>
    </message>
    <message>
        <source>Its key: {words}</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Ihr Schlüssel: {words}</translation>
    </message>
    <message>
        <source>Its notifications are muted.</source>
        <extracomment>viewer/ui/wall/line_marks.py</extracomment>
        <translation>Ihre Benachrichtigungen sind stumm.</translation>
    </message>
    <message>
        <source>Its own camera</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>Ihre eigene Kamera</translation>
    </message>
    <message>
        <source>Its program on this computer ends, too.</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Auch ihr Programm auf diesem Computer endet.</translation>
    </message>
    <message>
        <source>JPEG pictures of {width:,} × {height:,} pixels in {scans:,} scans, too much work to decode</source>
        <extracomment>camwire/jpegs.py</extracomment>
        <translation>JPEG-Bilder mit {width:,} × {height:,} Pixeln in {scans:,} Durchläufen, zu viel Arbeit zum Dekodieren</translation>
    </message>
    <message>
        <source>JPEG, as it came (*.jpg)</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>JPEG, wie es kam (*.jpg)</translation>
    </message>
    <message>
        <source>January</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>Januar</translation>
    </message>
    <message>
        <source>July</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>Juli</translation>
    </message>
    <message>
        <source>June</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>Juni</translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>viewer/ui/controls/preset_menu.py</extracomment>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Keep these settings</source>
        <extracomment>viewer/ui/controls/preset_menu.py</extracomment>
        <translation>Diese Einstellungen aufheben</translation>
    </message>
    <message>
        <source>Keep these settings…</source>
        <extracomment>viewer/ui/controls/preset_menu.py</extracomment>
        <translation>Diese Einstellungen aufheben…</translation>
    </message>
    <message>
        <source>Key of the camera: {words}</source>
        <extracomment>viewer/ui/pairing/outcome.py</extracomment>
        <translation>Schlüssel der Kamera: {words}</translation>
    </message>
    <message>
        <source>Key of this viewer: {words}</source>
        <extracomment>viewer/ui/pairing/outcome.py, viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Schlüssel dieses Betrachters: {words}</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <extracomment>viewer/ui/dialogs/shortcuts.py, viewer/core/actions.py</extracomment>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Larger tile</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Größere Kachel</translation>
    </message>
    <message>
        <source>Largest place shows</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>Der größte Platz zeigt</translation>
    </message>
    <message>
        <source>Last message on the picture</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Letzte Nachricht auf dem Bild</translation>
    </message>
    <message>
        <source>Later (Shift+Enter)</source>
        <extracomment>viewer/ui/chat/search.py</extracomment>
        <translation>Spätere (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Layout 1</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Anordnung 1</translation>
    </message>
    <message>
        <source>Layout 2</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Anordnung 2</translation>
    </message>
    <message>
        <source>Layout 3</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Anordnung 3</translation>
    </message>
    <message>
        <source>Layout 4</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Anordnung 4</translation>
    </message>
    <message>
        <source>Layout 5</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Anordnung 5</translation>
    </message>
    <message>
        <source>Layout 6</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Anordnung 6</translation>
    </message>
    <message>
        <source>Layout 7</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Anordnung 7</translation>
    </message>
    <message>
        <source>Layout 8</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Anordnung 8</translation>
    </message>
    <message>
        <source>Layout 9</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Anordnung 9</translation>
    </message>
    <message>
        <source>Layouts</source>
        <extracomment>viewer/ui/layouts/edit_dialog.py, viewer/ui/layouts/files.py, viewer/ui/main_menu.py, viewer/core/actions.py</extracomment>
        <translation>Anordnungen</translation>
    </message>
    <message>
        <source>Layouts…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Anordnungen…</translation>
    </message>
    <message>
        <source>Leave a blank after it.</source>
        <extracomment>camwire/commands/lines.py</extracomment>
        <translation>Danach ein Leerzeichen lassen.</translation>
    </message>
    <message>
        <source>Leave it empty for no limit. The selected camera is served first, the others share the rest: they send coarser, smaller or fewer pictures. VidGear and imagezmq cameras are counted, but cannot be limited.</source>
        <extracomment>viewer/ui/dialogs/limit.py</extracomment>
        <translation>Leer bedeutet keine Grenze. Die ausgewählte Kamera kommt zuerst, die anderen teilen sich den Rest: Sie senden gröbere, kleinere oder weniger Bilder. VidGear- und imagezmq-Kameras zählen mit, lassen sich aber nicht begrenzen.</translation>
    </message>
    <message>
        <source>Leave it empty to use the camera&apos;s own name.</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Leer bedeutet: der eigene Name der Kamera.</translation>
    </message>
    <message>
        <source>Let other computers call, unencrypted (only on a network you trust)</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Andere Computer zulassen, unverschlüsselt (nur in einem vertrauten Netz)</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Light is measured</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Licht wird gemessen</translation>
    </message>
    <message>
        <source>Limit</source>
        <extracomment>viewer/ui/dialogs/limit.py</extracomment>
        <translation>Begrenzen</translation>
    </message>
    <message>
        <source>Limit the network</source>
        <extracomment>viewer/ui/dialogs/limit.py</extracomment>
        <translation>Netz begrenzen</translation>
    </message>
    <message>
        <source>Limit the network: {mbit} Mbit/s…</source>
        <extracomment>viewer/ui/actions/window_actions.py</extracomment>
        <translation>Netz begrenzen: {mbit} Mbit/s…</translation>
    </message>
    <message>
        <source>Limit the network…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Netz begrenzen…</translation>
    </message>
    <message>
        <source>Lines that were found</source>
        <extracomment>viewer/ui/all_chats/found_list.py</extracomment>
        <translation>Gefundene Zeilen</translation>
    </message>
    <message>
        <source>Link</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Link: {text}</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Verbindung: {text}</translation>
    </message>
    <message>
        <source>List of cameras</source>
        <extracomment>viewer/ui/camera_list/panel.py, viewer/core/actions.py</extracomment>
        <translation>Liste der Kameras</translation>
    </message>
    <message>
        <source>Listen</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Lauschen</translation>
    </message>
    <message>
        <source>Loading…</source>
        <extracomment>viewer/ui/cards/picture.py, viewer/ui/dialogs/picture.py</extracomment>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Look</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Look after the disk</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>Den Datenträger prüfen</translation>
    </message>
    <message>
        <source>Look again</source>
        <extracomment>viewer/ui/dialogs/own_choice.py</extracomment>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Look for paired cameras at other addresses</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Gekoppelte Kameras an anderen Adressen suchen</translation>
    </message>
    <message>
        <source>Looking …</source>
        <extracomment>viewer/ui/dialogs/find.py, viewer/ui/dialogs/own_choice.py</extracomment>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>MB</source>
        <extracomment>camwire/excess.py</extracomment>
        <translation>MB</translation>
    </message>
    <message>
        <source>Make it and its folder readable and writable</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>Datei und Ordner lesbar und beschreibbar machen</translation>
    </message>
    <message>
        <source>Make it writable</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>Schreiben erlauben</translation>
    </message>
    <message>
        <source>Make room on it</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>Dort Platz schaffen</translation>
    </message>
    <message>
        <source>March</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>März</translation>
    </message>
    <message>
        <source>Mark all cameras</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Alle Kameras auswählen</translation>
    </message>
    <message>
        <source>Mark it as well</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Sie mit auswählen</translation>
    </message>
    <message>
        <source>Mark the camera, or no more</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Die Kamera auswählen, oder nicht mehr</translation>
    </message>
    <message>
        <source>Mark the picture</source>
        <extracomment>viewer/ui/motion/dialog.py</extracomment>
        <translation>Das Bild kennzeichnen</translation>
    </message>
    <message>
        <source>Marked.</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>Vorgemerkt.</translation>
    </message>
    <message>
        <source>Maximise</source>
        <extracomment>viewer/ui/wall/tile_buttons.py, viewer/core/actions.py</extracomment>
        <translation>Maximieren</translation>
    </message>
    <message>
        <source>Maximise (Enter)</source>
        <extracomment>viewer/ui/wall/tile_buttons.py</extracomment>
        <translation>Maximieren (Eingabe)</translation>
    </message>
    <message>
        <source>May</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>Mai</translation>
    </message>
    <message>
        <source>Mbit/s for all pictures</source>
        <extracomment>viewer/ui/preferences/dialog.py</extracomment>
        <translation>Mbit/s für alle Bilder</translation>
    </message>
    <message>
        <source>Menu</source>
        <extracomment>viewer/ui/bar.py</extracomment>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Menu of the camera</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Menü der Kamera</translation>
    </message>
    <message>
        <source>Message</source>
        <extracomment>viewer/ui/chat/foot.py</extracomment>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Message or /command</source>
        <extracomment>viewer/ui/chat/foot.py</extracomment>
        <translation>Nachricht oder /Befehl</translation>
    </message>
    <message>
        <source>Message {name}</source>
        <extracomment>viewer/ui/chat/foot.py</extracomment>
        <translation>Nachricht an {name}</translation>
    </message>
    <message>
        <source>Message, or / for commands</source>
        <extracomment>viewer/ui/all_chats/round.py, viewer/ui/chat/foot.py</extracomment>
        <translation>Nachricht, oder / für Befehle</translation>
    </message>
    <message>
        <source>Mirror</source>
        <extracomment>viewer/core/controls/titles.py, viewer/core/actions.py</extracomment>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>viewer/core/controls/groups.py, viewer/ui/wall/tile_buttons.py</extracomment>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Most that all pictures of this wall may take</source>
        <extracomment>viewer/ui/dialogs/limit.py</extracomment>
        <translation>Was alle Bilder dieser Wand höchstens brauchen dürfen</translation>
    </message>
    <message>
        <source>Most that all pictures together may take, in Mbit/s</source>
        <extracomment>viewer/ui/dialogs/limit.py, viewer/ui/preferences/dialog.py</extracomment>
        <translation>Was alle Bilder zusammen höchstens brauchen dürfen, in Mbit/s</translation>
    </message>
    <message>
        <source>Motion</source>
        <extracomment>viewer/core/motion/watch.py</extracomment>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Move down</source>
        <extracomment>viewer/ui/layouts/edit_dialog.py</extracomment>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move up</source>
        <extracomment>viewer/ui/layouts/edit_dialog.py</extracomment>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Moves now</source>
        <extracomment>viewer/ui/motion/dialog.py</extracomment>
        <translation>Bewegt sich jetzt</translation>
    </message>
    <message>
        <source>Mute notifications</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>viewer/ui/dialogs/add.py, viewer/ui/dialogs/own.py, viewer/ui/dialogs/questions.py, viewer/ui/layouts/save_dialog.py</extracomment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <extracomment>viewer/ui/controls/preset_menu.py</extracomment>
        <translation>Name des Profils</translation>
    </message>
    <message>
        <source>Name on this wall</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Name an dieser Wand</translation>
    </message>
    <message>
        <source>Name on this wall (optional)</source>
        <extracomment>viewer/ui/dialogs/add.py, viewer/ui/dialogs/own.py</extracomment>
        <translation>Name an dieser Wand (freiwillig)</translation>
    </message>
    <message>
        <source>Needs a code</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Braucht Code</translation>
    </message>
    <message>
        <source>NetGear&apos;s publish pattern (2) carries nothing to the camera.</source>
        <extracomment>camwire/dialects/netgear.py</extracomment>
        <translation>Das Publish-Muster (2) von NetGear überträgt nichts zur Kamera.</translation>
    </message>
    <message>
        <source>NetGear_Async&apos;s patterns 2 and 3 carry nothing to the camera.</source>
        <extracomment>camwire/dialects/netgear_async.py</extracomment>
        <translation>Die Muster 2 und 3 von NetGear_Async übertragen nichts zur Kamera.</translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>viewer/ui/preferences/dialog.py</extracomment>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Never</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Nie</translation>
    </message>
    <message>
        <source>New cameras appear in this list by themselves.</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Neue Kameras erscheinen von selbst in dieser Liste.</translation>
    </message>
    <message>
        <source>New file after</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Neue Datei nach</translation>
    </message>
    <message>
        <source>New file at</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Neue Datei ab</translation>
    </message>
    <message>
        <source>New group</source>
        <extracomment>viewer/ui/layouts/group_dialog.py</extracomment>
        <translation>Neue Gruppe</translation>
    </message>
    <message>
        <source>New keys</source>
        <extracomment>viewer/ui/dialogs/shortcuts.py</extracomment>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>New messages</source>
        <extracomment>viewer/ui/chat/bubbles.py</extracomment>
        <translation>Neue Nachrichten</translation>
    </message>
    <message>
        <source>New window</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Neues Fenster</translation>
    </message>
    <message>
        <source>Next layout</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Nächste Anordnung</translation>
    </message>
    <message>
        <source>Next page</source>
        <extracomment>viewer/ui/wall/page_strip.py, viewer/core/actions.py</extracomment>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Next unread conversation</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Nächstes ungelesenes Gespräch</translation>
    </message>
    <message>
        <source>Night</source>
        <extracomment>viewer/ui/controls/preset_menu.py</extracomment>
        <translation>Nacht</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <extracomment>viewer/ui/wall/not_live.py</extracomment>
        <translation>Noch keine Antwort</translation>
    </message>
    <message>
        <source>No cameras yet</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Noch keine Kameras</translation>
    </message>
    <message>
        <source>No chat is open at the selected camera.</source>
        <extracomment>viewer/ui/actions/talk_actions.py</extracomment>
        <translation>Bei der ausgewählten Kamera ist kein Chat offen.</translation>
    </message>
    <message>
        <source>No code is open at the camera any more. Have it show a new one: watchword-camera pair</source>
        <extracomment>viewer/core/pairing/refusals.py</extracomment>
        <translation>Bei der Kamera gilt kein Code mehr. Sie einen neuen zeigen lassen: watchword-camera pair</translation>
    </message>
    <message>
        <source>No code is open at {host}. Have the camera show one: watchword-camera pair</source>
        <extracomment>viewer/core/pairing/asking.py</extracomment>
        <translation>Bei {host} gilt gerade kein Code. Die Kamera einen zeigen lassen: watchword-camera pair</translation>
    </message>
    <message>
        <source>No limit</source>
        <extracomment>viewer/ui/dialogs/limit.py, viewer/ui/preferences/dialog.py</extracomment>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>No longer paired</source>
        <extracomment>viewer/ui/wall/not_live.py</extracomment>
        <translation>Nicht mehr gekoppelt</translation>
    </message>
    <message>
        <source>No new picture for {time}.</source>
        <extracomment>viewer/ui/wall/not_live.py</extracomment>
        <translation>Kein neues Bild seit {time}.</translation>
    </message>
    <message>
        <source>No new pictures come from there.</source>
        <extracomment>viewer/core/showing/showing.py</extracomment>
        <translation>Von dort kommen keine neuen Bilder.</translation>
    </message>
    <message>
        <source>No picture at this time.</source>
        <extracomment>viewer/ui/replay/player.py</extracomment>
        <translation>Zu dieser Zeit kein Bild.</translation>
    </message>
    <message>
        <source>No picture of {camera} came while it was to be recorded.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>Von {camera} kam kein Bild, während aufgenommen werden sollte.</translation>
    </message>
    <message>
        <source>No picture yet.</source>
        <extracomment>viewer/ui/motion/region_field.py, viewer/ui/wall/not_live.py</extracomment>
        <translation>Noch kein Bild.</translation>
    </message>
    <message>
        <source>No presets yet</source>
        <extracomment>viewer/ui/controls/preset_menu.py</extracomment>
        <translation>Noch keine Profile</translation>
    </message>
    <message>
        <source>No tile can be larger than this.</source>
        <extracomment>viewer/ui/layouts/wall_actions.py</extracomment>
        <translation>Größer kann keine Kachel sein.</translation>
    </message>
    <message>
        <source>No way to {where}. Is the address right, and that computer switched on?</source>
        <extracomment>viewer/core/calls/dialler.py, viewer/core/pairing/asking.py</extracomment>
        <translation>Kein Weg zu {where}. Stimmt die Adresse, und ist dieser Computer eingeschaltet?</translation>
    </message>
    <message>
        <source>No webcam was found</source>
        <extracomment>viewer/ui/dialogs/own_choice.py</extracomment>
        <translation>Keine Webcam gefunden</translation>
    </message>
    <message>
        <source>No webcam was found. Plug one in, and look again.</source>
        <extracomment>viewer/ui/dialogs/own_choice.py</extracomment>
        <translation>Keine Webcam gefunden. Eine anschließen und noch einmal suchen.</translation>
    </message>
    <message>
        <source>Nobody can connect to {endpoint}: {pattern} is what the other end is called.</source>
        <extracomment>camwire/sockets.py</extracomment>
        <translation>Mit {endpoint} kann sich niemand verbinden: {pattern} heißt die Gegenseite.</translation>
    </message>
    <message>
        <source>Nobody can listen at {endpoint}: {pattern} is what the other end is called.</source>
        <extracomment>camwire/sockets.py</extracomment>
        <translation>An {endpoint} kann niemand lauschen: {pattern} heißt die Gegenseite.</translation>
    </message>
    <message>
        <source>Noise reduction</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Rauschminderung</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>viewer/ui/dialogs/shortcuts.py</extracomment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>None has been found yet; it goes on looking. On the camera&apos;s computer, start:</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Noch keine gefunden; es wird weiter gesucht. Auf dem Computer der Kamera starten:</translation>
    </message>
    <message>
        <source>None is like that</source>
        <extracomment>viewer/ui/camera_list/panel.py</extracomment>
        <translation>Keine ist so</translation>
    </message>
    <message>
        <source>None yet. A camera is paired once, by a code that it shows.</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Noch keine. Eine Kamera wird einmal gekoppelt, mit einem Code, den sie zeigt.</translation>
    </message>
    <message>
        <source>Not all of what was recorded until then is there any more.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>Von dem, was bis dahin aufgenommen war, ist nicht mehr alles da.</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Unverschlüsselt</translation>
    </message>
    <message>
        <source>Not paired</source>
        <extracomment>viewer/ui/wall/not_live.py</extracomment>
        <translation>Nicht gekoppelt</translation>
    </message>
    <message>
        <source>Not shown</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Nicht gezeigt</translation>
    </message>
    <message>
        <source>Not shown:</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Nicht gezeigt:</translation>
    </message>
    <message>
        <source>Note it in the conversation (the camera is not told)</source>
        <extracomment>viewer/ui/motion/dialog.py</extracomment>
        <translation>Im Gespräch vermerken (die Kamera erfährt es nicht)</translation>
    </message>
    <message>
        <source>Nothing</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Nothing answers at {where}. Is {program} running there?</source>
        <extracomment>viewer/core/calls/dialler.py</extracomment>
        <translation>An {where} antwortet nichts. Läuft dort {program}?</translation>
    </message>
    <message>
        <source>Nothing can be written to {folder}. Choose another folder in the preferences.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>In {folder} kann nichts geschrieben werden. In den Einstellungen einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <extracomment>viewer/ui/guide/window.py</extracomment>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Nothing has answered yet. Check the address.</source>
        <extracomment>viewer/core/sessions/state.py</extracomment>
        <translation>Noch hat nichts geantwortet. Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>Nothing here opens {file}.</source>
        <extracomment>viewer/ui/recording/recording_actions.py</extracomment>
        <translation>Hier öffnet nichts {file}.</translation>
    </message>
    <message>
        <source>Nothing is sent yet.</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Noch wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing is sent.</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Es wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing that came is a picture that can be recorded. Begin again when one is shown.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>Nichts von dem, was kam, ist ein Bild, das aufgenommen werden kann. Neu beginnen, wenn eines zu sehen ist.</translation>
    </message>
    <message>
        <source>Nothing was recorded yet. Select a camera on the wall and press R.</source>
        <extracomment>viewer/ui/replay/window.py</extracomment>
        <translation>Noch wurde nichts aufgenommen. Eine Kamera an der Wand auswählen und R drücken.</translation>
    </message>
    <message>
        <source>Nothing was said meanwhile.</source>
        <extracomment>viewer/ui/replay/transport.py</extracomment>
        <translation>Dabei wurde nichts gesagt.</translation>
    </message>
    <message>
        <source>Nothing was said with these words.</source>
        <extracomment>viewer/ui/all_chats/search.py</extracomment>
        <translation>Mit diesen Wörtern wurde nichts gesagt.</translation>
    </message>
    <message>
        <source>Nothing was said yet.</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>Es wurde noch nichts gesagt.</translation>
    </message>
    <message>
        <source>Nothing was said.</source>
        <extracomment>viewer/ui/replay/conversation.py</extracomment>
        <translation>Es wurde nichts gesagt.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <extracomment>viewer/ui/preferences/notifications.py</extracomment>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>November</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>November</translation>
    </message>
    <message>
        <source>October</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>Oktober</translation>
    </message>
    <message>
        <source>Of {names}. What is deleted is gone for good, with what was said.</source>
        <extracomment>viewer/ui/replay/delete_dialog.py</extracomment>
        <translation>Von {names}. Gelöschtes ist endgültig fort, auch was gesagt wurde.</translation>
    </message>
    <message>
        <source>Offline since {since}</source>
        <extracomment>viewer/ui/wall/not_live.py</extracomment>
        <translation>Offline seit {since}</translation>
    </message>
    <message>
        <source>On its computer, start this:</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Auf ihrem Computer dies starten:</translation>
    </message>
    <message>
        <source>On the camera&apos;s computer, start this first. It shows a code, by which you pair with it:</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Auf dem Computer der Kamera zuerst dies starten. Es zeigt einen Code, mit dem gekoppelt wird:</translation>
    </message>
    <message>
        <source>On the wall</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>An der Wand</translation>
    </message>
    <message>
        <source>On the wall now</source>
        <extracomment>viewer/ui/layouts/edit_dialog.py</extracomment>
        <translation>Jetzt an der Wand</translation>
    </message>
    <message>
        <source>One picture back (,)</source>
        <extracomment>viewer/ui/replay/transport.py</extracomment>
        <translation>Ein Bild zurück (,)</translation>
    </message>
    <message>
        <source>One picture on (.)</source>
        <extracomment>viewer/ui/replay/transport.py</extracomment>
        <translation>Ein Bild weiter (.)</translation>
    </message>
    <message>
        <source>One pixel of it on one of the screen (1)</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>Ein Bildpixel auf einem des Schirms (1)</translation>
    </message>
    <message>
        <source>Only cameras of Watchword can be set from here. Set this one up with its own program.</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>Von hier aus lassen sich nur Watchword-Kameras einstellen. Diese in ihrem eigenen Programm einrichten.</translation>
    </message>
    <message>
        <source>Only cameras of Watchword take live pictures, and {name} is none.</source>
        <extracomment>viewer/core/showing/showing.py</extracomment>
        <translation>Nur Watchword-Kameras nehmen Live-Bilder, und {name} ist keine.</translation>
    </message>
    <message numerus="yes">
        <source>Only the %n that are shown now</source>
        <extracomment>viewer/ui/layouts/save_dialog.py</extracomment>
        <translation>
            <numerusform>Nur die eine, die jetzt zu sehen ist</numerusform>
            <numerusform>Nur die %n, die jetzt zu sehen sind</numerusform>
        </translation>
    </message>
    <message>
        <source>Open chat</source>
        <extracomment>viewer/ui/desktop/bus.py</extracomment>
        <translation>Chat öffnen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <extracomment>viewer/ui/cards/file.py, viewer/ui/chat/deeds.py</extracomment>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open layout file</source>
        <extracomment>viewer/ui/layouts/files.py</extracomment>
        <translation>Anordnungsdatei öffnen</translation>
    </message>
    <message>
        <source>Open layout file…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Anordnungsdatei öffnen…</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <extracomment>viewer/ui/dialogs/about.py, viewer/core/actions.py</extracomment>
        <translation>Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Open the chat</source>
        <extracomment>viewer/ui/wall/tile_buttons.py</extracomment>
        <translation>Den Chat öffnen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <extracomment>viewer/ui/replay/window.py</extracomment>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder of recordings</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Ordner der Aufnahmen öffnen</translation>
    </message>
    <message>
        <source>Open the link</source>
        <extracomment>viewer/ui/chat/deeds.py</extracomment>
        <translation>Den Link öffnen</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Menü öffnen</translation>
    </message>
    <message>
        <source>Opening…</source>
        <extracomment>viewer/ui/replay/player.py</extracomment>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <source>Or choose a screen.</source>
        <extracomment>viewer/ui/dialogs/own_choice.py</extracomment>
        <translation>Oder einen Bildschirm wählen.</translation>
    </message>
    <message>
        <source>Page</source>
        <extracomment>viewer/ui/guide/page_view.py</extracomment>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <extracomment>viewer/ui/wall/page_strip.py</extracomment>
        <translation>Seite {page} von {count}</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <extracomment>viewer/ui/guide/window.py</extracomment>
        <translation>Seiten der Anleitung</translation>
    </message>
    <message>
        <source>Pages turn</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>Seiten wechseln</translation>
    </message>
    <message>
        <source>Pair</source>
        <extracomment>viewer/ui/pairing/pair_dialog.py</extracomment>
        <translation>Koppeln</translation>
    </message>
    <message>
        <source>Pair again…</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>Neu koppeln…</translation>
    </message>
    <message>
        <source>Pair with a camera</source>
        <extracomment>viewer/ui/pairing/pair_dialog.py</extracomment>
        <translation>Mit einer Kamera koppeln</translation>
    </message>
    <message>
        <source>Pair with a camera…</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py, viewer/core/actions.py</extracomment>
        <translation>Mit einer Kamera koppeln…</translation>
    </message>
    <message>
        <source>Pair with it first, while it is on the same network; then it calls, and is let in by its key.</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Erst mit ihr koppeln, solange sie im selben Netz ist; dann ruft sie an und wird durch ihren Schlüssel eingelassen.</translation>
    </message>
    <message>
        <source>Paired</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Gekoppelt</translation>
    </message>
    <message>
        <source>Paired cameras</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Gekoppelte Kameras</translation>
    </message>
    <message>
        <source>Paired cameras call at a port of their own: secure+tcp://</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Gekoppelte Kameras rufen an einem eigenen Port an: secure+tcp://</translation>
    </message>
    <message>
        <source>Paired cameras…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Gekoppelte Kameras…</translation>
    </message>
    <message>
        <source>Paired since {time}</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Gekoppelt seit {time}</translation>
    </message>
    <message>
        <source>Paired with {name}</source>
        <extracomment>viewer/ui/pairing/outcome.py</extracomment>
        <translation>Gekoppelt mit {name}</translation>
    </message>
    <message>
        <source>Pairing …</source>
        <extracomment>viewer/ui/pairing/pair_dialog.py</extracomment>
        <translation>Koppelt …</translation>
    </message>
    <message>
        <source>Pair…</source>
        <extracomment>viewer/ui/dialogs/find.py, viewer/ui/wall/described.py, viewer/core/actions.py</extracomment>
        <translation>Koppeln…</translation>
    </message>
    <message>
        <source>Pan</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Schwenk</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Path of the file, or a URL</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Pfad der Datei oder eine URL</translation>
    </message>
    <message>
        <source>Pattern 0, pair: one camera per port</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Muster 0, Paar: eine Kamera je Port</translation>
    </message>
    <message>
        <source>Pattern 1, request and reply</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Muster 1, Anfrage und Antwort</translation>
    </message>
    <message>
        <source>Pattern 2, publish</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Muster 2, Publish</translation>
    </message>
    <message>
        <source>Pattern 3, push</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Muster 3, Push</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <extracomment>viewer/ui/replay/transport.py</extracomment>
        <translation>Anhalten (Leertaste)</translation>
    </message>
    <message>
        <source>Paused</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Per second, at most</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Pro Sekunde, höchstens</translation>
    </message>
    <message>
        <source>Period of the flicker</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Dauer des Flimmerns</translation>
    </message>
    <message>
        <source>Picture</source>
        <extracomment>viewer/core/controls/groups.py, viewer/ui/cards/canvas.py, viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture {width} × {height}</source>
        <extracomment>viewer/ui/chat/enclosing.py</extracomment>
        <translation>Bild {width} × {height}</translation>
    </message>
    <message>
        <source>Picture, {width} by {height}</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>Bild, {width} mal {height}</translation>
    </message>
    <message>
        <source>Picture: {text}</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Bild: {text}</translation>
    </message>
    <message>
        <source>Pictures</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Pictures a second, at most</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Bilder pro Sekunde, höchstens</translation>
    </message>
    <message>
        <source>Pictures cannot be sent to this camera, only text.</source>
        <extracomment>viewer/ui/chat/enclosing.py</extracomment>
        <translation>An diese Kamera lassen sich keine Bilder senden, nur Text.</translation>
    </message>
    <message>
        <source>Pictures from</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Bilder von</translation>
    </message>
    <message>
        <source>Pictures until synchronised</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Bilder bis zur Abstimmung</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <extracomment>viewer/ui/replay/transport.py</extracomment>
        <translation>Abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>Port</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Port</translation>
    </message>
    <message>
        <source>Port 0 is no place to connect to. Use the port the camera printed when it started.</source>
        <extracomment>viewer/core/fleet.py</extracomment>
        <translation>Mit Port 0 lässt sich nicht verbinden. Den Port nehmen, den die Kamera beim Start ausgab.</translation>
    </message>
    <message>
        <source>Port of this computer (any number of cameras may call at it)</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Port dieses Computers (beliebig viele Kameras können sich dort melden)</translation>
    </message>
    <message>
        <source>Port of this computer (several with commas)</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Port dieses Computers (mehrere mit Kommas)</translation>
    </message>
    <message>
        <source>Port {port}</source>
        <extracomment>viewer/core/calls/callers.py</extracomment>
        <translation>Port {port}</translation>
    </message>
    <message>
        <source>Position</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Power line</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Netzfrequenz</translation>
    </message>
    <message>
        <source>Preferences</source>
        <extracomment>viewer/ui/preferences/dialog.py</extracomment>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Preparing to send it…</source>
        <extracomment>viewer/ui/chat/line_content.py</extracomment>
        <translation>Wird zum Senden vorbereitet…</translation>
    </message>
    <message>
        <source>Presets ▾</source>
        <extracomment>viewer/ui/controls/panel.py</extracomment>
        <translation>Profile ▾</translation>
    </message>
    <message>
        <source>Previous layout</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Vorige Anordnung</translation>
    </message>
    <message>
        <source>Previous page</source>
        <extracomment>viewer/ui/wall/page_strip.py, viewer/core/actions.py</extracomment>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Previous unread conversation</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Voriges ungelesenes Gespräch</translation>
    </message>
    <message>
        <source>Program</source>
        <extracomment>viewer/ui/dialogs/add.py, viewer/core/actions.py</extracomment>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Publish (PUB): the wall connects to it</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Publish (PUB): Die Wand verbindet sich mit ihr</translation>
    </message>
    <message>
        <source>Quality, at most</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Qualität, höchstens</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <extracomment>viewer/ui/preferences/notifications.py</extracomment>
        <translation>Ruhe ab</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <extracomment>viewer/ui/preferences/notifications.py</extracomment>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <extracomment>viewer/ui/preferences/notifications.py</extracomment>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>viewer/ui/desktop/tray.py, viewer/ui/dialogs/questions.py, viewer/core/actions.py</extracomment>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Rate</source>
        <extracomment>viewer/ui/dialogs/show.py, viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Rate: {text}</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Rate: {text}</translation>
    </message>
    <message>
        <source>Read the folder again (F5)</source>
        <extracomment>viewer/ui/replay/window.py</extracomment>
        <translation>Ordner neu lesen (F5)</translation>
    </message>
    <message>
        <source>Receipts</source>
        <extracomment>viewer/ui/all_chats/receipt_table.py</extracomment>
        <translation>Quittungen</translation>
    </message>
    <message>
        <source>Record</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Record all</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Alle aufnehmen</translation>
    </message>
    <message>
        <source>Record for</source>
        <extracomment>viewer/ui/motion/dialog.py</extracomment>
        <translation>Aufnehmen für</translation>
    </message>
    <message>
        <source>Recording</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Aufnahme</translation>
    </message>
    <message numerus="yes">
        <source>Recording all %n cameras takes about {size} an hour.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>Die eine Kamera aufzunehmen, braucht etwa {size} in der Stunde.</numerusform>
            <numerusform>Alle %n Kameras aufzunehmen, braucht etwa {size} in der Stunde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Recording needs PyAV, which is not installed here: pip install &apos;.[viewer,h264]&apos; in the checkout.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>Aufnehmen braucht PyAV, das hier nicht installiert ist: pip install &apos;.[viewer,h264]&apos; im Quellordner.</translation>
    </message>
    <message>
        <source>Recordings</source>
        <extracomment>viewer/ui/main_menu.py, viewer/ui/preferences/recording.py, viewer/ui/replay/recordings_list.py, viewer/ui/replay/window.py, viewer/core/actions.py</extracomment>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Recordings…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Aufnahmen…</translation>
    </message>
    <message>
        <source>Red</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Redo</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Refused</source>
        <extracomment>viewer/ui/wall/not_live.py</extracomment>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>viewer/ui/dialogs/questions.py, viewer/ui/layouts/edit_dialog.py</extracomment>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove camera</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Kamera entfernen</translation>
    </message>
    <message>
        <source>Remove {name} from the wall?</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>{name} von der Wand entfernen?</translation>
    </message>
    <message>
        <source>Remove…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Rename</source>
        <extracomment>viewer/ui/dialogs/questions.py, viewer/ui/layouts/edit_dialog.py</extracomment>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py, viewer/core/actions.py</extracomment>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Request and reply (REQ)</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Anfrage und Antwort (REQ)</translation>
    </message>
    <message>
        <source>Reset all</source>
        <extracomment>viewer/ui/controls/panel.py, viewer/ui/dialogs/shortcuts.py</extracomment>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Retry</source>
        <extracomment>viewer/ui/cards/failure.py, viewer/ui/cards/file.py, viewer/ui/chat/deeds.py</extracomment>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Run /{name}</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>/{name} ausführen</translation>
    </message>
    <message>
        <source>Run it</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run this on {name}?</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Dies auf {name} ausführen?</translation>
    </message>
    <message>
        <source>Saturation</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Sättigung</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>viewer/ui/layouts/group_dialog.py, viewer/ui/layouts/save_dialog.py, viewer/ui/motion/dialog.py, viewer/ui/preferences/dialog.py</extracomment>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as</source>
        <extracomment>viewer/ui/cards/file.py, viewer/ui/cards/scalar.py, viewer/ui/chat/deeds.py</extracomment>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Save as…</source>
        <extracomment>viewer/ui/chat/deeds.py, viewer/ui/dialogs/picture.py</extracomment>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save layout</source>
        <extracomment>viewer/ui/layouts/save_dialog.py</extracomment>
        <translation>Anordnung speichern</translation>
    </message>
    <message>
        <source>Save layout…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Anordnung speichern…</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>Das Bild speichern</translation>
    </message>
    <message>
        <source>Save the picture (Ctrl+S)</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>Das Bild speichern (Strg+S)</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <extracomment>viewer/ui/chat/saving.py, viewer/ui/dialogs/picture.py</extracomment>
        <translation>Gespeichert als {file}.</translation>
    </message>
    <message>
        <source>Saving {name}…</source>
        <extracomment>viewer/ui/chat/saving.py</extracomment>
        <translation>{name} wird gespeichert…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Say it about no picture (Ctrl+P)</source>
        <extracomment>viewer/ui/chat/pinning.py</extracomment>
        <translation>Es zu keinem Bild sagen (Strg+P)</translation>
    </message>
    <message>
        <source>Say it about the picture shown now</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Es zum jetzt gezeigten Bild sagen</translation>
    </message>
    <message>
        <source>Say it about the picture shown now (Ctrl+P)</source>
        <extracomment>viewer/ui/chat/pinning.py</extracomment>
        <translation>Es zum jetzt gezeigten Bild sagen (Strg+P)</translation>
    </message>
    <message>
        <source>Say something to several cameras at once</source>
        <extracomment>viewer/ui/bar.py</extracomment>
        <translation>Mehreren Kameras zugleich etwas sagen</translation>
    </message>
    <message numerus="yes">
        <source>Say to %n…</source>
        <extracomment>viewer/ui/actions/talk_actions.py, viewer/ui/bar.py, viewer/ui/camera_list/panel.py</extracomment>
        <translation>
            <numerusform>An %n sagen…</numerusform>
            <numerusform>An %n sagen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Say to all…</source>
        <extracomment>viewer/ui/bar.py, viewer/ui/camera_list/panel.py, viewer/core/actions.py</extracomment>
        <translation>An alle…</translation>
    </message>
    <message>
        <source>Say to {cameras}</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>An {cameras}</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>viewer/ui/camera_list/panel.py, viewer/ui/dialogs/shortcuts.py</extracomment>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search for words or keys</source>
        <extracomment>viewer/ui/dialogs/shortcuts.py</extracomment>
        <translation>Nach Wörtern oder Tasten suchen</translation>
    </message>
    <message>
        <source>Search in all conversations</source>
        <extracomment>viewer/ui/all_chats/search.py</extracomment>
        <translation>In allen Gesprächen suchen</translation>
    </message>
    <message>
        <source>Search in all conversations…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>In allen Gesprächen suchen…</translation>
    </message>
    <message>
        <source>Search in the guide</source>
        <extracomment>viewer/ui/guide/window.py</extracomment>
        <translation>In der Anleitung suchen</translation>
    </message>
    <message>
        <source>Selected camera</source>
        <extracomment>viewer/ui/camera_menu.py, viewer/core/actions.py</extracomment>
        <translation>Ausgewählte Kamera</translation>
    </message>
    <message>
        <source>Send</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send a file to {name}</source>
        <extracomment>viewer/ui/chat/enclosing.py</extracomment>
        <translation>Datei an {name} senden</translation>
    </message>
    <message>
        <source>Send files</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Dateien senden</translation>
    </message>
    <message>
        <source>Send files (Ctrl+U)</source>
        <extracomment>viewer/ui/chat/foot.py</extracomment>
        <translation>Dateien senden (Strg+U)</translation>
    </message>
    <message>
        <source>Send pictures to {name}</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Bilder an {name} senden</translation>
    </message>
    <message>
        <source>Send pictures…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Bilder senden…</translation>
    </message>
    <message>
        <source>Send the file again: drop it on the chat, or use the paper clip.</source>
        <extracomment>viewer/core/sessions/speaking.py</extracomment>
        <translation>Die Datei noch einmal senden: auf den Chat ziehen oder die Büroklammer benutzen.</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <extracomment>viewer/ui/motion/dialog.py</extracomment>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>Sent pictures</source>
        <extracomment>viewer/core/controls/groups.py</extracomment>
        <translation>Gesendete Bilder</translation>
    </message>
    <message>
        <source>September</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>September</translation>
    </message>
    <message>
        <source>Set everything back to the camera&apos;s defaults</source>
        <extracomment>viewer/ui/controls/panel.py</extracomment>
        <translation>Alles auf die Vorgaben der Kamera zurücksetzen</translation>
    </message>
    <message>
        <source>Set {title} back to {text}</source>
        <extracomment>viewer/ui/controls/row.py</extracomment>
        <translation>{title} zurück auf {text}</translation>
    </message>
    <message>
        <source>Setting…</source>
        <extracomment>viewer/ui/controls/row.py</extracomment>
        <translation>Wird eingestellt…</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Bildschärfe</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Umschalt+Pfeiltasten</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>viewer/app.py, viewer/ui/layouts/edit_dialog.py, viewer/ui/recording/recording_actions.py</extracomment>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show Watchword</source>
        <extracomment>viewer/ui/desktop/tray.py</extracomment>
        <translation>Watchword zeigen</translation>
    </message>
    <message>
        <source>Show all</source>
        <extracomment>viewer/ui/cards/table.py, viewer/ui/cards/text.py</extracomment>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>Ganz zeigen (0)</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Symbol im Infobereich zeigen</translation>
    </message>
    <message>
        <source>Show in another window</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>In anderem Fenster zeigen</translation>
    </message>
    <message>
        <source>Show less</source>
        <extracomment>viewer/ui/cards/table.py, viewer/ui/cards/text.py</extracomment>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show more</source>
        <extracomment>viewer/ui/cards/text.py</extracomment>
        <translation>Mehr zeigen</translation>
    </message>
    <message>
        <source>Show the picture</source>
        <extracomment>viewer/ui/cards/picture.py, viewer/ui/chat/deeds.py</extracomment>
        <translation>Das Bild zeigen</translation>
    </message>
    <message>
        <source>Show the picture it is about</source>
        <extracomment>viewer/ui/chat/deeds.py</extracomment>
        <translation>Das Bild zeigen, um das es geht</translation>
    </message>
    <message>
        <source>Show what cameras say while I look elsewhere</source>
        <extracomment>viewer/ui/preferences/notifications.py</extracomment>
        <translation>Zeigen, was Kameras sagen, wenn ich woanders bin</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <extracomment>viewer/ui/cards/table.py</extracomment>
        <translation>{count} weitere zeigen</translation>
    </message>
    <message>
        <source>Show {key}</source>
        <extracomment>viewer/ui/cards/tree.py</extracomment>
        <translation>{key} zeigen</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>viewer/ui/camera_menu.py, viewer/ui/dialogs/show.py</extracomment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size, at most</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Größe, höchstens</translation>
    </message>
    <message>
        <source>Size, of the source&apos;s width and height</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Größe, bezogen auf Breite und Höhe der Quelle</translation>
    </message>
    <message>
        <source>Skip</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Smaller tile</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Kleinere Kachel</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Schnappschuss</translation>
    </message>
    <message>
        <source>Snapshot of all</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Schnappschuss von allen</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Schnappschüsse</translation>
    </message>
    <message>
        <source>Somebody</source>
        <extracomment>camwire/excess.py</extracomment>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Something answers at {endpoint}, but not as a camera. Check the address.</source>
        <extracomment>viewer/core/sessions/session.py</extracomment>
        <translation>An {endpoint} antwortet etwas, aber nicht als Kamera. Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>Something else listens at {where}, no Watchword camera. Check the port.</source>
        <extracomment>viewer/core/calls/dialler.py, viewer/core/pairing/asking.py</extracomment>
        <translation>An {where} lauscht etwas anderes, keine Watchword-Kamera. Den Port prüfen.</translation>
    </message>
    <message>
        <source>Something knocked at port {port} and hung up: a camera using another pattern or other security, or no camera at all. {expected} If it is a camera, mend its script and restart it.</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Etwas hat an Port {port} angeklopft und aufgelegt: eine Kamera mit anderem Muster oder anderer Sicherung, oder gar keine Kamera. {expected} Ist es eine Kamera, ihr Skript berichtigen und neu starten.</translation>
    </message>
    <message>
        <source>Something moves.</source>
        <extracomment>viewer/ui/wall/line_marks.py</extracomment>
        <translation>Etwas bewegt sich.</translation>
    </message>
    <message>
        <source>Something went wrong the last time. A report is kept on this computer, and was not sent.</source>
        <extracomment>viewer/app.py</extracomment>
        <translation>Beim letzten Mal ging etwas schief. Ein Bericht liegt auf diesem Computer; gesendet wurde er nicht.</translation>
    </message>
    <message>
        <source>Something went wrong: {error}. The wall goes on; the menu&apos;s “Open log folder” has the details.</source>
        <extracomment>viewer/loop.py</extracomment>
        <translation>Etwas ging schief: {error}. Die Wand läuft weiter; „Protokollordner öffnen“ im Menü führt zu den Einzelheiten.</translation>
    </message>
    <message>
        <source>Speed</source>
        <extracomment>viewer/core/controls/titles.py, viewer/ui/replay/transport.py</extracomment>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Start</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start anew</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Start demo</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Demo starten</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <extracomment>viewer/ui/empty_state.py, viewer/core/actions.py</extracomment>
        <translation>Demo starten</translation>
    </message>
    <message>
        <source>Start this program again, which keeps it aside and begins a new one</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>Dieses Programm neu starten; es legt die Datei beiseite und beginnt eine neue</translation>
    </message>
    <message>
        <source>Starting …</source>
        <extracomment>viewer/core/showing/showing.py</extracomment>
        <translation>Beginnt …</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>viewer/ui/all_chats/receipt_table.py, viewer/ui/dialogs/find.py</extracomment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Statistics</source>
        <extracomment>viewer/ui/bar.py, viewer/core/actions.py</extracomment>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Statistics of the sensor</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Statistik des Sensors</translation>
    </message>
    <message>
        <source>Step back: marks, one camera alone, full screen</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Schritt zurück: Auswahl, eine Kamera allein, Vollbild</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <extracomment>viewer/ui/main_menu.py</extracomment>
        <translation>Nicht mehr lauschen</translation>
    </message>
    <message>
        <source>Stop recording and quit</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Aufnahme beenden und schließen</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <extracomment>viewer/core/talk/talk_files.py</extracomment>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <extracomment>viewer/ui/chat/suggestions.py</extracomment>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Synchronise with other cameras</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Mit anderen Kameras abstimmen</translation>
    </message>
    <message numerus="yes">
        <source>Table, %n rows, with {heads}</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>
            <numerusform>Tabelle, %n Zeile, mit {heads}</numerusform>
            <numerusform>Tabelle, %n Zeilen, mit {heads}</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back.</source>
        <extracomment>viewer/core/talk/talk.py</extracomment>
        <translation>Zurückgenommen.</translation>
    </message>
    <message>
        <source>Talk</source>
        <extracomment>viewer/ui/main_menu.py, viewer/core/actions.py</extracomment>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>That is no picture that can be read. Send a PNG, JPEG, BMP or GIF.</source>
        <extracomment>viewer/ui/chat/said_picture.py</extracomment>
        <translation>Das ist kein lesbares Bild. PNG, JPEG, BMP oder GIF senden.</translation>
    </message>
    <message>
        <source>That port takes NetGear_Async pattern 3 (push).</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Dieser Port nimmt NetGear_Async-Muster 3 (push).</translation>
    </message>
    <message>
        <source>That port takes VidGear pattern 0 (pair).</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Dieser Port nimmt VidGear-Muster 0 (pair).</translation>
    </message>
    <message>
        <source>That port takes VidGear pattern 2 (publish).</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Dieser Port nimmt VidGear-Muster 2 (publish).</translation>
    </message>
    <message>
        <source>That port takes tcp:// cameras of Watchword, VidGear pattern 1 and imagezmq REQ.</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Dieser Port nimmt tcp://-Kameras von Watchword, VidGear-Muster 1 und imagezmq REQ.</translation>
    </message>
    <message>
        <source>That takes about {size} an hour.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>Das braucht etwa {size} in der Stunde.</translation>
    </message>
    <message>
        <source>The JPEG quality is from 1 to 100, and {quality} is not.</source>
        <extracomment>viewer/core/showing/source.py</extracomment>
        <translation>Die JPEG-Qualität geht von 1 bis 100; {quality} liegt außerhalb.</translation>
    </message>
    <message>
        <source>The camera answers, its source does not.</source>
        <extracomment>viewer/core/sessions/state.py</extracomment>
        <translation>Die Kamera antwortet, ihre Quelle nicht.</translation>
    </message>
    <message>
        <source>The camera asks for care with this command.</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Die Kamera bittet bei diesem Befehl um Vorsicht.</translation>
    </message>
    <message>
        <source>The camera did not come back in time.</source>
        <extracomment>viewer/core/talk/talk.py</extracomment>
        <translation>Die Kamera kam nicht rechtzeitig zurück.</translation>
    </message>
    <message>
        <source>The camera does not answer.</source>
        <extracomment>viewer/core/sessions/state.py</extracomment>
        <translation>Die Kamera antwortet nicht.</translation>
    </message>
    <message>
        <source>The camera has no {gone} any more; the rest of “{name}” is set.</source>
        <extracomment>viewer/ui/controls/panel.py</extracomment>
        <translation>Die Kamera hat {gone} nicht mehr; der Rest von „{name}“ ist eingestellt.</translation>
    </message>
    <message>
        <source>The camera has not answered. Try again, or restart its source with /restart.</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>Die Kamera hat nicht geantwortet. Noch einmal versuchen oder ihre Quelle mit /restart neu starten.</translation>
    </message>
    <message>
        <source>The camera has not been here yet, so nobody knows what can be set at it.</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>Die Kamera war noch nicht hier; niemand weiß, was sich an ihr einstellen lässt.</translation>
    </message>
    <message>
        <source>The camera has not told yet what can be set at it.</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>Die Kamera hat noch nicht gesagt, was sich an ihr einstellen lässt.</translation>
    </message>
    <message>
        <source>The camera is away. Set it when it is back.</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>Die Kamera ist fort. Einstellen, wenn sie zurück ist.</translation>
    </message>
    <message>
        <source>The camera itself goes on running.</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Die Kamera selbst läuft weiter.</translation>
    </message>
    <message>
        <source>The camera program could not start: {error}.</source>
        <extracomment>viewer/core/own/cameras.py</extracomment>
        <translation>Das Kameraprogramm konnte nicht starten: {error}.</translation>
    </message>
    <message>
        <source>The camera sends {what}.</source>
        <extracomment>viewer/core/sessions/state.py</extracomment>
        <translation>Die Kamera sendet {what}.</translation>
    </message>
    <message>
        <source>The camera shows it when it is started for the first time; later, run on its computer: watchword-camera pair</source>
        <extracomment>viewer/ui/pairing/pair_dialog.py</extracomment>
        <translation>Die Kamera zeigt ihn beim ersten Start; später auf ihrem Computer ausführen: watchword-camera pair</translation>
    </message>
    <message>
        <source>The camera stopped answering.</source>
        <extracomment>viewer/core/sessions/standing.py</extracomment>
        <translation>Die Kamera antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>The camera that was paired had another key: {words}. Go on if you know why it is a new one.</source>
        <extracomment>viewer/ui/pairing/pair_dialog.py</extracomment>
        <translation>Die gekoppelte Kamera hatte einen anderen Schlüssel: {words}. Machen Sie weiter, wenn Sie wissen, warum es ein neuer ist.</translation>
    </message>
    <message>
        <source>The camera was switched off.</source>
        <extracomment>viewer/core/sessions/standing.py</extracomment>
        <translation>Die Kamera wurde ausgeschaltet.</translation>
    </message>
    <message>
        <source>The camera&apos;s connection ended.</source>
        <extracomment>viewer/core/calls/listener.py</extracomment>
        <translation>Die Verbindung der Kamera ist beendet.</translation>
    </message>
    <message>
        <source>The camera&apos;s own name</source>
        <extracomment>viewer/ui/dialogs/add.py, viewer/ui/dialogs/own.py, viewer/ui/dialogs/questions.py</extracomment>
        <translation>Der eigene Name der Kamera</translation>
    </message>
    <message>
        <source>The cameras of this computer are being looked for. Wait a moment and start again.</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Die Kameras dieses Computers werden noch gesucht. Einen Moment warten und noch einmal starten.</translation>
    </message>
    <message>
        <source>The cameras of this computer could not be listed: {error}.</source>
        <extracomment>viewer/ui/dialogs/own_choice.py</extracomment>
        <translation>Die Kameras dieses Computers konnten nicht aufgezählt werden: {error}.</translation>
    </message>
    <message>
        <source>The cameras of this computer could not be listed: {last}</source>
        <extracomment>viewer/core/own/sources.py</extracomment>
        <translation>Die Kameras dieses Computers konnten nicht aufgezählt werden: {last}</translation>
    </message>
    <message>
        <source>The cameras stay connected then. Quit ends the program.</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Die Kameras bleiben dann verbunden. „Beenden“ beendet das Programm.</translation>
    </message>
    <message>
        <source>The code is not right, and this was the last try. Have the camera show a new one. If it was right, somebody may stand between it and you: pair on another network, or by a cable.</source>
        <extracomment>viewer/core/pairing/refusals.py</extracomment>
        <translation>Der Code stimmt nicht, und dies war der letzte Versuch. Die Kamera einen neuen zeigen lassen. War er richtig, steht vielleicht jemand dazwischen: in einem anderen Netz oder per Kabel koppeln.</translation>
    </message>
    <message numerus="yes">
        <source>The code is not right. %n tries are left.</source>
        <extracomment>viewer/core/pairing/refusals.py</extracomment>
        <translation>
            <numerusform>Der Code stimmt nicht. Noch %n Versuch.</numerusform>
            <numerusform>Der Code stimmt nicht. Noch %n Versuche.</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection broke before the camera answered. Look whether it is set, and set it again if not.</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>Die Verbindung brach ab, bevor die Kamera antwortete. Nachsehen, ob es eingestellt ist, und sonst noch einmal einstellen.</translation>
    </message>
    <message>
        <source>The connection broke.</source>
        <extracomment>viewer/core/sessions/state.py</extracomment>
        <translation>Die Verbindung ist abgebrochen.</translation>
    </message>
    <message>
        <source>The connection to {where} broke. Try again.</source>
        <extracomment>viewer/core/pairing/asking.py</extracomment>
        <translation>Die Verbindung zu {where} ist abgerissen. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The demo cameras could not start: {why}</source>
        <extracomment>viewer/demo.py</extracomment>
        <translation>Die Demo-Kameras konnten nicht starten: {why}</translation>
    </message>
    <message>
        <source>The demo cameras took too long to start. Try again.</source>
        <extracomment>viewer/opening.py</extracomment>
        <translation>Die Demo-Kameras brauchten zu lange zum Starten. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The disk has room for {time}.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>Der Datenträger hat Platz für {time}.</translation>
    </message>
    <message>
        <source>The disk with {folder} is full. Free some space, or choose another folder in the preferences.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>Der Datenträger mit {folder} ist voll. Platz schaffen oder in den Einstellungen einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The file became too large for {folder}. Let recordings be split earlier.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>Die Datei wurde zu groß für {folder}. Aufnahmen früher teilen lassen.</translation>
    </message>
    <message>
        <source>The file is damaged. Export it again on the other computer.</source>
        <extracomment>camwire/sealing.py</extracomment>
        <translation>Die Datei ist beschädigt. Auf dem anderen Computer noch einmal exportieren.</translation>
    </message>
    <message>
        <source>The focus is</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Die Schärfe ist</translation>
    </message>
    <message>
        <source>The group {name}</source>
        <extracomment>viewer/ui/layouts/save_dialog.py</extracomment>
        <translation>Die Gruppe {name}</translation>
    </message>
    <message>
        <source>The guide is in English only.</source>
        <extracomment>viewer/ui/guide/window.py, viewer/ui/preferences/general.py</extracomment>
        <translation>Die Anleitung gibt es nur auf Englisch.</translation>
    </message>
    <message>
        <source>The journal</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>Das Journal</translation>
    </message>
    <message>
        <source>The key of this program cannot be kept in {folder}: {why}. Free some space, or check that folder.</source>
        <extracomment>camwire/identity.py</extracomment>
        <translation>Der Schlüssel dieses Programms kann nicht in {folder} aufbewahrt werden: {why}. Platz schaffen oder diesen Ordner prüfen.</translation>
    </message>
    <message>
        <source>The key of this program in {path} is damaged. Put a copy of it back; or remove it, and pair anew with all that knew it.</source>
        <extracomment>camwire/identity.py</extracomment>
        <translation>Der Schlüssel dieses Programms in {path} ist beschädigt. Eine Kopie zurücklegen; oder ihn entfernen und mit allen neu koppeln, die ihn kannten.</translation>
    </message>
    <message>
        <source>The key, the pairings and the paired cameras go into a file that only the passphrase opens. Import it on the other computer, then remove the file, and do not go on using the key here.</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Der Schlüssel, die Kopplungen und die gekoppelten Kameras kommen in eine Datei, die nur das Kennwort öffnet. Sie auf dem anderen Computer importieren, dann die Datei entfernen und den Schlüssel hier nicht weiter benutzen.</translation>
    </message>
    <message>
        <source>The keys in {place} cannot be read ({error}). Copy the folder .vidgear from a sender that ran with secure_mode={mode}, or let VidGear make it there.</source>
        <extracomment>viewer/core/calls/vidgear_keys.py</extracomment>
        <translation>Die Schlüssel in {place} können nicht gelesen werden ({error}). Den Ordner .vidgear von einem Sender kopieren, der mit secure_mode={mode} lief, oder ihn dort von VidGear anlegen lassen.</translation>
    </message>
    <message>
        <source>The layout has places for cameras that are not on this wall: {names}.</source>
        <extracomment>viewer/ui/layouts/layout_actions.py</extracomment>
        <translation>Die Anordnung hat Plätze für Kameras, die nicht an dieser Wand sind: {names}.</translation>
    </message>
    <message>
        <source>The layout is kept as {name}.</source>
        <extracomment>viewer/ui/layouts/layout_actions.py</extracomment>
        <translation>Die Anordnung ist als {name} aufgehoben.</translation>
    </message>
    <message>
        <source>The menu has all of this, too.</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Das alles steht auch im Menü.</translation>
    </message>
    <message>
        <source>The message cannot be sent: it holds a whole number of thousands of digits.</source>
        <extracomment>camwire/dialects/netgear.py</extracomment>
        <translation>Die Nachricht kann nicht gesendet werden: Sie enthält eine ganze Zahl mit Tausenden von Ziffern.</translation>
    </message>
    <message>
        <source>The message cannot be sent: it would be {error}.</source>
        <extracomment>camwire/conversation.py</extracomment>
        <translation>Die Nachricht kann nicht gesendet werden; sie wäre: {error}.</translation>
    </message>
    <message>
        <source>The message cannot be sent: to NetGear, None says nothing.</source>
        <extracomment>camwire/dialects/netgear.py</extracomment>
        <translation>Die Nachricht kann nicht gesendet werden: Für NetGear bedeutet None nichts.</translation>
    </message>
    <message>
        <source>The message cannot be sent: whole numbers are from {smallest} to {largest}.</source>
        <extracomment>camwire/dialects/netgear_async.py</extracomment>
        <translation>Die Nachricht kann nicht gesendet werden: Ganze Zahlen gehen von {smallest} bis {largest}.</translation>
    </message>
    <message>
        <source>The message has more than {count:,} bytes. Send it as a file.</source>
        <extracomment>camwire/conversation.py</extracomment>
        <translation>Die Nachricht hat mehr als {count:,} Byte. Als Datei senden.</translation>
    </message>
    <message>
        <source>The message has {count:,} bytes; at most {most:,} fit in one. Split it.</source>
        <extracomment>camwire/dialects/imagezmq.py</extracomment>
        <translation>Die Nachricht hat {count:,} Byte; höchstens {most:,} passen in eine. Sie muss geteilt werden.</translation>
    </message>
    <message>
        <source>The message has {count:,} characters; at most {most:,} fit in one. Split it.</source>
        <extracomment>camwire/spoken.py</extracomment>
        <translation>Die Nachricht hat {count:,} Zeichen; höchstens {most:,} passen in eine. Sie muss geteilt werden.</translation>
    </message>
    <message>
        <source>The message holds half of a character (a lone surrogate). Type it again.</source>
        <extracomment>camwire/spoken.py</extracomment>
        <translation>Die Nachricht enthält ein halbes Zeichen (ein einzelnes Surrogat). Noch einmal eingeben.</translation>
    </message>
    <message numerus="yes">
        <source>The name is too long. %n characters are the most.</source>
        <extracomment>viewer/core/wall/names.py</extracomment>
        <translation>
            <numerusform>Der Name ist zu lang. Höchstens %n Zeichen sind möglich.</numerusform>
            <numerusform>Der Name ist zu lang. Höchstens %n Zeichen sind möglich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n lines. Type more words to find others.</source>
        <extracomment>viewer/ui/all_chats/search.py</extracomment>
        <translation>
            <numerusform>Die neueste Zeile. Weitere Wörter finden andere.</numerusform>
            <numerusform>Die neuesten %n Zeilen. Weitere Wörter finden andere.</numerusform>
        </translation>
    </message>
    <message>
        <source>The passphrase is not right, or the file is damaged. Try again.</source>
        <extracomment>camwire/sealing.py</extracomment>
        <translation>Das Kennwort stimmt nicht, oder die Datei ist beschädigt. Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The passphrase is too short. Use at least {count} characters, or some words.</source>
        <extracomment>camwire/sealing.py</extracomment>
        <translation>Das Kennwort ist zu kurz. Mindestens {count} Zeichen oder einige Wörter nehmen.</translation>
    </message>
    <message>
        <source>The picture could not be saved. The log says more.</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>Das Bild konnte nicht gespeichert werden. Mehr steht im Protokoll.</translation>
    </message>
    <message>
        <source>The picture has {width:,} × {height:,} pixels, too many to send. Make it smaller.</source>
        <extracomment>viewer/ui/chat/said_picture.py</extracomment>
        <translation>Das Bild hat {width:,} × {height:,} Pixel, zu viele zum Senden. Es verkleinern.</translation>
    </message>
    <message>
        <source>The picture is {age} old.</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>Das Bild ist {age} alt.</translation>
    </message>
    <message>
        <source>The picture stops for a moment when this is changed.</source>
        <extracomment>viewer/ui/controls/row.py</extracomment>
        <translation>Beim Ändern bleibt das Bild einen Moment stehen.</translation>
    </message>
    <message>
        <source>The pictures come {age:.0f} s late.</source>
        <extracomment>viewer/core/sessions/state.py</extracomment>
        <translation>Die Bilder kommen {age:.0f} s zu spät.</translation>
    </message>
    <message>
        <source>The program of this camera is older than this viewer and tells of no controls. Update it.</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>Das Programm dieser Kamera ist älter als dieser Betrachter und nennt keine Einstellungen. Es aktualisieren.</translation>
    </message>
    <message>
        <source>The program that reads {spec} could not start: {error}.</source>
        <extracomment>viewer/core/showing/program.py</extracomment>
        <translation>Das Programm, das {spec} liest, konnte nicht starten: {error}.</translation>
    </message>
    <message>
        <source>The program that reads {spec} has ended. Start it again.</source>
        <extracomment>viewer/core/showing/program.py</extracomment>
        <translation>Das Programm, das {spec} liest, ist zu Ende. Noch einmal starten.</translation>
    </message>
    <message>
        <source>The quote is not closed.</source>
        <extracomment>camwire/commands/lines.py</extracomment>
        <translation>Das Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>The rate is more than 0 and at most 1000 pictures a second, and {fps:g} is not.</source>
        <extracomment>viewer/core/showing/source.py</extracomment>
        <translation>Die Rate ist größer als 0 und höchstens 1000 Bilder pro Sekunde; {fps:g} liegt außerhalb.</translation>
    </message>
    <message>
        <source>The recording cannot be read any more ({why}).</source>
        <extracomment>viewer/core/replay/reel.py</extracomment>
        <translation>Die Aufnahme kann nicht mehr gelesen werden ({why}).</translation>
    </message>
    <message>
        <source>The recording is closed.</source>
        <extracomment>viewer/core/replay/reel.py</extracomment>
        <translation>Die Aufnahme ist geschlossen.</translation>
    </message>
    <message>
        <source>The recording of {camera} is kept: {length}, {size}.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>Die Aufnahme von {camera} ist aufgehoben: {length}, {size}.</translation>
    </message>
    <message>
        <source>The recordings could not be exported.</source>
        <extracomment>viewer/core/recording/troubles.py, viewer/ui/replay/exporting.py</extracomment>
        <translation>Die Aufnahmen konnten nicht exportiert werden.</translation>
    </message>
    <message>
        <source>The same again</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Noch einmal dasselbe</translation>
    </message>
    <message>
        <source>The selected camera</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>Die ausgewählte Kamera</translation>
    </message>
    <message>
        <source>The settings could not be saved: {error}. Free some space, or check that folder.</source>
        <extracomment>viewer/core/known_cameras.py</extracomment>
        <translation>Die Einstellungen konnten nicht gespeichert werden: {error}. Platz schaffen oder den Ordner prüfen.</translation>
    </message>
    <message>
        <source>The settings name a folder that cannot be: {folder}. {usual} is used.</source>
        <extracomment>viewer/core/sound_settings.py</extracomment>
        <translation>Die Einstellungen nennen einen Ordner, den es nicht geben kann: {folder}. Benutzt wird {usual}.</translation>
    </message>
    <message>
        <source>The settings name keys that cannot be, or that another action has: {names}.</source>
        <extracomment>viewer/core/sound_settings.py</extracomment>
        <translation>Die Einstellungen nennen Tasten, die nicht sein können oder die eine andere Aktion hat: {names}.</translation>
    </message>
    <message>
        <source>The size is from {least} to {most} percent, and {percent} is not.</source>
        <extracomment>viewer/core/showing/source.py</extracomment>
        <translation>Die Größe geht von {least} bis {most} Prozent; {percent} liegt außerhalb.</translation>
    </message>
    <message>
        <source>The snapshot is kept as {name} in {folder}.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>Der Schnappschuss ist als {name} in {folder} aufgehoben.</translation>
    </message>
    <message>
        <source>The snapshot of {camera} could not be kept.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>Der Schnappschuss von {camera} konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The wall can show one group alone, and something can be said to all of it.</source>
        <extracomment>viewer/ui/layouts/group_dialog.py</extracomment>
        <translation>Die Wand kann eine Gruppe allein zeigen, und allen darin lässt sich etwas sagen.</translation>
    </message>
    <message>
        <source>The wall connects to it</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Die Wand verbindet sich mit ihr</translation>
    </message>
    <message>
        <source>The wall was closed before the camera had it.</source>
        <extracomment>viewer/core/talk/talk.py</extracomment>
        <translation>Die Wand wurde geschlossen, bevor die Kamera es hatte.</translation>
    </message>
    <message>
        <source>The window is too narrow for the list. Make it wider.</source>
        <extracomment>viewer/ui/camera_list/list_actions.py</extracomment>
        <translation>Das Fenster ist zu schmal für die Liste. Es breiter machen.</translation>
    </message>
    <message>
        <source>Then start again.</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>Dann neu starten.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n layouts already. Remove one first.</source>
        <extracomment>viewer/core/wall/layouts.py</extracomment>
        <translation>
            <numerusform>Es gibt schon %n Anordnung. Zuerst eine entfernen.</numerusform>
            <numerusform>Es gibt schon %n Anordnungen. Zuerst eine entfernen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no VidGear keys in {folder}: it has no .vidgear/keys/private_keys.</source>
        <extracomment>viewer/core/calls/vidgear_keys.py</extracomment>
        <translation>In {folder} sind keine VidGear-Schlüssel: Dort fehlt .vidgear/keys/private_keys.</translation>
    </message>
    <message>
        <source>There are no layouts yet. Arrange the wall, then save it as one.</source>
        <extracomment>viewer/ui/layouts/edit_dialog.py, viewer/ui/layouts/layout_actions.py</extracomment>
        <translation>Es gibt noch keine Anordnungen. Die Wand anordnen, dann so speichern.</translation>
    </message>
    <message>
        <source>There can be no folder {folder}. Use “Choose…” to find one.</source>
        <extracomment>viewer/core/chosen_folder.py</extracomment>
        <translation>Einen Ordner {folder} kann es nicht geben. Mit „Wählen…“ einen suchen.</translation>
    </message>
    <message>
        <source>There is a layout called {name} already. Choose another name.</source>
        <extracomment>viewer/core/wall/layouts.py</extracomment>
        <translation>Es gibt schon eine Anordnung namens {name}. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>There is no camera yet.</source>
        <extracomment>viewer/ui/actions/talk_actions.py</extracomment>
        <translation>Es gibt noch keine Kamera.</translation>
    </message>
    <message>
        <source>There is no command /{name}.</source>
        <extracomment>camwire/commands/reading.py</extracomment>
        <translation>Es gibt keinen Befehl /{name}.</translation>
    </message>
    <message>
        <source>There is no control “{name}”. There are: {known}.</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>Es gibt keine Einstellung „{name}“. Es gibt: {known}.</translation>
    </message>
    <message>
        <source>There is no file “{name}”. Choose another one.</source>
        <extracomment>camwire/files/offered.py</extracomment>
        <translation>Es gibt keine Datei „{name}“. Eine andere wählen.</translation>
    </message>
    <message>
        <source>There is no layout called {name}, nor any other yet. Save one first.</source>
        <extracomment>viewer/ui/layouts/layout_actions.py</extracomment>
        <translation>Es gibt keine Anordnung namens {name} und auch noch keine andere. Zuerst eine speichern.</translation>
    </message>
    <message>
        <source>There is no layout called {name}. There are: {names}.</source>
        <extracomment>viewer/ui/layouts/layout_actions.py</extracomment>
        <translation>Es gibt keine Anordnung namens {name}. Es gibt: {names}.</translation>
    </message>
    <message>
        <source>There is no other camera on this wall. Add one first.</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>An dieser Wand ist keine andere Kamera. Zuerst eine hinzufügen.</translation>
    </message>
    <message>
        <source>There is no picture in this recording.</source>
        <extracomment>viewer/core/replay/reel.py</extracomment>
        <translation>In dieser Aufnahme ist kein Bild.</translation>
    </message>
    <message>
        <source>There is no picture of {camera} yet. Try again when it is live.</source>
        <extracomment>viewer/core/recording/snapshot.py</extracomment>
        <translation>Von {camera} gibt es noch kein Bild. Noch einmal versuchen, wenn sie live ist.</translation>
    </message>
    <message>
        <source>There is no picture yet to which this could be pinned.</source>
        <extracomment>viewer/ui/chat/pinning.py</extracomment>
        <translation>Es gibt noch kein Bild, an das dies geheftet werden könnte.</translation>
    </message>
    <message>
        <source>There is no room for “{name}” in {folder}. Make room there; then it goes on by itself.</source>
        <extracomment>camwire/files/part.py</extracomment>
        <translation>Für „{name}“ ist in {folder} kein Platz. Dort Platz schaffen; dann geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>There is nothing to be set at this camera.</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>An dieser Kamera gibt es nichts einzustellen.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <extracomment>viewer/ui/layouts/wall_actions.py</extracomment>
        <translation>Es gibt nichts wiederherzustellen.</translation>
    </message>
    <message>
        <source>There is nothing to keep: the camera sets everything by itself now.</source>
        <extracomment>viewer/core/controls/presets.py</extracomment>
        <translation>Es gibt nichts aufzuheben: Die Kamera stellt jetzt alles selbst ein.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <extracomment>viewer/ui/layouts/wall_actions.py</extracomment>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>These are more files at once than the Watchword that runs already listens to. Open fewer.</source>
        <extracomment>viewer/starting.py</extracomment>
        <translation>Das sind mehr Dateien auf einmal, als das laufende Watchword anhört. Weniger öffnen.</translation>
    </message>
    <message>
        <source>These are two different passphrases. Write the same one twice.</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Das sind zwei verschiedene Kennwörter. Zweimal dasselbe schreiben.</translation>
    </message>
    <message>
        <source>These keys go on meaning what they mean in every window. Press others.</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Diese Tasten behalten ihre Bedeutung in jedem Fenster. Andere drücken.</translation>
    </message>
    <message>
        <source>They are sent until you stop them here, also when this window is closed.</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Sie werden gesendet, bis sie hier angehalten werden, auch wenn dieses Fenster geschlossen ist.</translation>
    </message>
    <message>
        <source>They take {mbit} Mbit/s now.</source>
        <extracomment>viewer/ui/dialogs/limit.py</extracomment>
        <translation>Sie brauchen jetzt {mbit} Mbit/s.</translation>
    </message>
    <message>
        <source>This camera calls the wall. Pair with it by its address.</source>
        <extracomment>viewer/ui/pairing/pairing.py</extracomment>
        <translation>Diese Kamera ruft die Wand an. Über ihre Adresse koppeln.</translation>
    </message>
    <message>
        <source>This camera cannot be talked to.</source>
        <extracomment>viewer/ui/chat/foot.py</extracomment>
        <translation>Mit dieser Kamera kann man nicht sprechen.</translation>
    </message>
    <message>
        <source>This camera does not encrypt, so there is nothing to pair.</source>
        <extracomment>viewer/ui/pairing/pairing.py</extracomment>
        <translation>Diese Kamera verschlüsselt nicht, also gibt es nichts zu koppeln.</translation>
    </message>
    <message>
        <source>This camera does not know this viewer any more. Pair with it again, by a code that it shows.</source>
        <extracomment>viewer/core/calls/key_troubles.py</extracomment>
        <translation>Diese Kamera kennt diesen Betrachter nicht mehr. Neu mit ihr koppeln, durch einen Code, den sie zeigt.</translation>
    </message>
    <message>
        <source>This camera has no commands.</source>
        <extracomment>camwire/commands/reading.py</extracomment>
        <translation>Diese Kamera hat keine Befehle.</translation>
    </message>
    <message>
        <source>This camera is paired already.</source>
        <extracomment>viewer/ui/pairing/pairing.py</extracomment>
        <translation>Diese Kamera ist schon gekoppelt.</translation>
    </message>
    <message>
        <source>This camera shows itself only to viewers that it knows. Pair with it, by a code that it shows.</source>
        <extracomment>viewer/core/calls/key_troubles.py</extracomment>
        <translation>Diese Kamera zeigt sich nur Betrachtern, die sie kennt. Mit ihr koppeln, durch einen Code, den sie zeigt.</translation>
    </message>
    <message>
        <source>This camera speaks protocol {theirs}, this viewer speaks {ours}.</source>
        <extracomment>camwire/dialects/native.py</extracomment>
        <translation>Diese Kamera spricht Protokoll {theirs}, dieser Betrachter spricht {ours}.</translation>
    </message>
    <message>
        <source>This computer has no free port for the camera. End some programs and try again.</source>
        <extracomment>viewer/core/own/cameras.py</extracomment>
        <translation>Dieser Computer hat keinen freien Port für die Kamera. Einige Programme beenden und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>This computer lets no program look for cameras on its network: {error}.</source>
        <extracomment>viewer/core/finding/finding.py</extracomment>
        <translation>Dieser Computer lässt kein Programm im Netz nach Kameras suchen: {error}.</translation>
    </message>
    <message>
        <source>This desktop has no tray.</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Dieser Desktop hat keinen Infobereich.</translation>
    </message>
    <message>
        <source>This file holds “{codec}”, which is not what Watchword records.</source>
        <extracomment>viewer/core/replay/frames.py</extracomment>
        <translation>Diese Datei enthält „{codec}“; das nimmt Watchword nicht auf.</translation>
    </message>
    <message>
        <source>This is a network camera, which watchword-camera reads, on this or another computer: watchword-camera --source with that address behind it. Then write here where that one listens: tcp://127.0.0.1:5600 on this computer.</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Das ist eine Netzwerkkamera; watchword-camera liest sie, auf diesem oder einem anderen Computer: watchword-camera --source mit dieser Adresse dahinter. Dann hier schreiben, wo dieses Programm lauscht: tcp://127.0.0.1:5600 auf diesem Computer.</translation>
    </message>
    <message>
        <source>This is no file that was made by an export. Choose another one.</source>
        <extracomment>camwire/sealing.py</extracomment>
        <translation>Diese Datei stammt nicht von einem Export. Eine andere wählen.</translation>
    </message>
    <message>
        <source>This layout shows none of the cameras that are here. “Automatic layout” shows all of them.</source>
        <extracomment>viewer/ui/wall/places.py</extracomment>
        <translation>Diese Anordnung zeigt keine der Kameras, die hier sind. „Automatische Anordnung“ zeigt alle.</translation>
    </message>
    <message>
        <source>This may be another camera</source>
        <extracomment>viewer/ui/wall/not_live.py</extracomment>
        <translation>Das ist vielleicht eine andere Kamera</translation>
    </message>
    <message>
        <source>This page cannot be read: {why}.</source>
        <extracomment>viewer/ui/guide/page_view.py</extracomment>
        <translation>Diese Seite kann nicht gelesen werden: {why}.</translation>
    </message>
    <message>
        <source>This picture cannot be shown: {why}.</source>
        <extracomment>viewer/core/replay/frames.py</extracomment>
        <translation>Dieses Bild kann nicht gezeigt werden: {why}.</translation>
    </message>
    <message>
        <source>This picture is damaged and cannot be shown.</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>Dieses Bild ist beschädigt und kann nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>This picture is damaged.</source>
        <extracomment>viewer/ui/cards/picture.py</extracomment>
        <translation>Dieses Bild ist beschädigt.</translation>
    </message>
    <message>
        <source>This sender runs without bidirectional_mode, so nothing can be said to it.</source>
        <extracomment>camwire/dialects/netgear_async.py</extracomment>
        <translation>Dieser Sender läuft ohne bidirectional_mode; ihm kann nichts gesagt werden.</translation>
    </message>
    <message>
        <source>This viewer</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Dieser Betrachter</translation>
    </message>
    <message>
        <source>This viewer and the camera pair in different ways. Bring both to the same version.</source>
        <extracomment>viewer/core/pairing/refusals.py</extracomment>
        <translation>Dieser Betrachter und die Kamera koppeln verschieden. Beide auf dieselbe Version bringen.</translation>
    </message>
    <message>
        <source>This viewer becomes the one that was exported on the other computer: its cameras know it, and need no codes.</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Dieser Betrachter wird der, der auf dem anderen Computer exportiert wurde: Seine Kameras kennen ihn und brauchen keine Codes.</translation>
    </message>
    <message>
        <source>This viewer is paired with cameras already, by its own key. Forget those first, then import.</source>
        <extracomment>viewer/core/pairing/moving.py</extracomment>
        <translation>Dieser Betrachter ist mit eigenem Schlüssel schon mit Kameras gekoppelt. Erst diese vergessen, dann importieren.</translation>
    </message>
    <message>
        <source>This viewer may give this camera no commands. Whoever runs it can allow that there: watchword-camera rights</source>
        <extracomment>viewer/core/sessions/permission.py</extracomment>
        <translation>Dieser Betrachter darf dieser Kamera keine Befehle geben. Wer sie betreibt, kann das dort erlauben: watchword-camera rights</translation>
    </message>
    <message>
        <source>This viewer may only watch this camera. Whoever runs it can allow more there: watchword-camera rights</source>
        <extracomment>viewer/core/sessions/permission.py</extracomment>
        <translation>Dieser Betrachter darf diese Kamera nur sehen. Wer sie betreibt, kann dort mehr erlauben: watchword-camera rights</translation>
    </message>
    <message>
        <source>This viewer may see its pictures and talk with it.</source>
        <extracomment>viewer/ui/pairing/outcome.py</extracomment>
        <translation>Dieser Betrachter darf ihre Bilder sehen und mit ihr sprechen.</translation>
    </message>
    <message>
        <source>This viewer may see its pictures, talk with it, give it commands and change its settings.</source>
        <extracomment>viewer/ui/pairing/outcome.py</extracomment>
        <translation>Dieser Betrachter darf ihre Bilder sehen, mit ihr sprechen, ihr Befehle geben und ihre Einstellungen ändern.</translation>
    </message>
    <message>
        <source>This viewer may see its pictures.</source>
        <extracomment>viewer/ui/pairing/outcome.py</extracomment>
        <translation>Dieser Betrachter darf ihre Bilder sehen.</translation>
    </message>
    <message>
        <source>This viewer may set nothing at this camera. Whoever runs it can allow that there: watchword-camera rights</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>Dieser Betrachter darf an dieser Kamera nichts einstellen. Wer sie betreibt, kann es dort erlauben: watchword-camera rights</translation>
    </message>
    <message>
        <source>This viewer may watch and talk, and set nothing.</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Dieser Betrachter darf sehen und sprechen, aber nichts einstellen.</translation>
    </message>
    <message>
        <source>This viewer may watch, and neither talk nor set anything.</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Dieser Betrachter darf sehen, aber weder sprechen noch etwas einstellen.</translation>
    </message>
    <message>
        <source>This wall listens there already. Just start the script.</source>
        <extracomment>viewer/ui/asking.py</extracomment>
        <translation>Diese Wand lauscht dort schon. Nur noch das Skript starten.</translation>
    </message>
    <message>
        <source>This window is not being painted.</source>
        <extracomment>viewer/core/sessions/state.py</extracomment>
        <translation>Dieses Fenster wird nicht gezeichnet.</translation>
    </message>
    <message>
        <source>This works while one types, too, so its keys need Ctrl or Alt, or are F1 to F12.</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Dies wirkt auch beim Schreiben; die Tasten brauchen also Strg oder Alt, oder es sind F1 bis F12.</translation>
    </message>
    <message>
        <source>Those on your network that say they are there come up by themselves.</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Die im Netz, die sich ankündigen, erscheinen von selbst.</translation>
    </message>
    <message>
        <source>Tile of 1 × 1</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Kachel von 1 × 1</translation>
    </message>
    <message>
        <source>Tile of 1 × 2</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Kachel von 1 × 2</translation>
    </message>
    <message>
        <source>Tile of 2 × 1</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Kachel von 2 × 1</translation>
    </message>
    <message>
        <source>Tile of 2 × 2</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Kachel von 2 × 2</translation>
    </message>
    <message>
        <source>Tile of 3 × 3</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Kachel von 3 × 3</translation>
    </message>
    <message>
        <source>Tiles on a page</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>Kacheln je Seite</translation>
    </message>
    <message>
        <source>Tilt</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Neigung</translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>viewer/ui/all_chats/receipt_table.py, viewer/ui/replay/transport.py</extracomment>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time line</source>
        <extracomment>viewer/ui/replay/timeline.py</extracomment>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>To look at H.264 recordings, this viewer needs PyAV. Install it: pip install &apos;.[viewer,h264]&apos;</source>
        <extracomment>viewer/core/replay/frames.py</extracomment>
        <translation>Um H.264-Aufnahmen anzusehen, braucht dieser Betrachter PyAV. Installieren: pip install &apos;.[viewer,h264]&apos;</translation>
    </message>
    <message>
        <source>Today</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Too many ask at the camera at once. Wait a moment, and try again.</source>
        <extracomment>viewer/core/pairing/refusals.py</extracomment>
        <translation>Zu viele fragen zugleich bei der Kamera. Einen Moment warten und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Try now</source>
        <extracomment>viewer/ui/wall/tile_buttons.py</extracomment>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Die Demo ausprobieren</translation>
    </message>
    <message>
        <source>Trying again in {seconds} s.</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>Neuer Versuch in {seconds} s.</translation>
    </message>
    <message>
        <source>Turn by 90°</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Um 90° drehen</translation>
    </message>
    <message>
        <source>Turn pages by themselves</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Von selbst blättern</translation>
    </message>
    <message>
        <source>Type words; lines in which all of them stand are found.</source>
        <extracomment>viewer/ui/all_chats/search.py</extracomment>
        <translation>Wörter eingeben; gefunden werden Zeilen, in denen alle stehen.</translation>
    </message>
    <message>
        <source>Under way. Press again to stop.</source>
        <extracomment>viewer/ui/controls/deed_row.py</extracomment>
        <translation>Läuft. Zum Anhalten noch einmal drücken.</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>viewer/ui/walls.py, viewer/core/actions.py</extracomment>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Unfold {key}</source>
        <extracomment>viewer/ui/cards/tree.py</extracomment>
        <translation>{key} aufklappen</translation>
    </message>
    <message>
        <source>Unread messages on page {pages}</source>
        <extracomment>viewer/ui/wall/page_strip.py</extracomment>
        <translation>Ungelesene Nachrichten auf Seite {pages}</translation>
    </message>
    <message>
        <source>Update the camera.</source>
        <extracomment>camwire/dialects/native.py</extracomment>
        <translation>Die Kamera aktualisieren.</translation>
    </message>
    <message>
        <source>Update the viewer.</source>
        <extracomment>camwire/dialects/native.py</extracomment>
        <translation>Den Betrachter aktualisieren.</translation>
    </message>
    <message>
        <source>Upside down</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Auf dem Kopf</translation>
    </message>
    <message>
        <source>Use here</source>
        <extracomment>viewer/ui/dialogs/shortcuts.py</extracomment>
        <translation>Hier verwenden</translation>
    </message>
    <message>
        <source>VidGear&apos;s secure mode is 1 or 2, not {mode}.</source>
        <extracomment>viewer/core/calls/vidgear_keys.py</extracomment>
        <translation>Der secure_mode von VidGear ist 1 oder 2, nicht {mode}.</translation>
    </message>
    <message>
        <source>Waiting for cameras that call at {places}.</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Wartet auf Kameras, die sich an {places} melden.</translation>
    </message>
    <message>
        <source>Waiting for the first picture…</source>
        <extracomment>viewer/ui/wall/not_live.py</extracomment>
        <translation>Wartet auf das erste Bild…</translation>
    </message>
    <message>
        <source>Wall</source>
        <extracomment>viewer/ui/main_menu.py, viewer/core/actions.py</extracomment>
        <translation>Wand</translation>
    </message>
    <message>
        <source>Wall of cameras</source>
        <extracomment>viewer/ui/wall/wall.py</extracomment>
        <translation>Wand der Kameras</translation>
    </message>
    <message>
        <source>Watch for motion</source>
        <extracomment>viewer/ui/motion/dialog.py</extracomment>
        <translation>Auf Bewegung achten</translation>
    </message>
    <message>
        <source>Watch for motion…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Auf Bewegung achten…</translation>
    </message>
    <message>
        <source>Watch {camera} for motion</source>
        <extracomment>viewer/ui/motion/dialog.py</extracomment>
        <translation>{camera} auf Bewegung beobachten</translation>
    </message>
    <message>
        <source>Watchword is under the Apache License 2.0.</source>
        <extracomment>viewer/ui/diagnostics.py</extracomment>
        <translation>Watchword steht unter der Apache-Lizenz 2.0.</translation>
    </message>
    <message>
        <source>Watchword is under the Apache License 2.0. This installed program also holds PyAV with x264, and so is as a whole under the GNU General Public License, version 3 or later.</source>
        <extracomment>viewer/ui/diagnostics.py</extracomment>
        <translation>Watchword steht unter der Apache-Lizenz 2.0. Dieses installierte Programm enthält auch PyAV mit x264 und steht darum als Ganzes unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
    <message>
        <source>Watchword runs already with these settings, and does not answer. End it first, or start another one beside it with --config and another folder. If none runs, remove the file {file}.</source>
        <extracomment>viewer/starting.py</extracomment>
        <translation>Watchword läuft bereits mit diesen Einstellungen und antwortet nicht. Es zuerst beenden oder mit --config und einem anderen Ordner ein weiteres daneben starten. Läuft keines, die Datei {file} entfernen.</translation>
    </message>
    <message>
        <source>Welcome to Watchword</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Willkommen bei Watchword</translation>
    </message>
    <message>
        <source>What answers at {endpoint} is no camera that Watchword understands: it sent {what}. Check the address.</source>
        <extracomment>viewer/core/sessions/session.py</extracomment>
        <translation>Was an {endpoint} antwortet, ist keine Kamera, die Watchword versteht; gesendet wurde: {what}. Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>What answers at {where} calls itself by the id of a camera that you paired with, and has not its key. Somebody may pass for it. If it was set up anew, pair with it again.</source>
        <extracomment>viewer/core/calls/key_troubles.py</extracomment>
        <translation>Was an {where} antwortet, nennt sich mit der Kennung einer gekoppelten Kamera und hat nicht ihren Schlüssel. Vielleicht gibt sich jemand für sie aus. Wurde sie neu eingerichtet, neu mit ihr koppeln.</translation>
    </message>
    <message>
        <source>What answers at {where} does not encrypt, as the camera that you paired with did. Somebody may pass for it. If it runs with --open now, start it without.</source>
        <extracomment>viewer/core/calls/key_troubles.py</extracomment>
        <translation>Was an {where} antwortet, verschlüsselt nicht, anders als die gekoppelte Kamera. Vielleicht gibt sich jemand für sie aus. Läuft sie jetzt mit --open, sie ohne das starten.</translation>
    </message>
    <message>
        <source>What answers at {where} does not pair as a camera does. Check the address.</source>
        <extracomment>viewer/core/pairing/asking.py</extracomment>
        <translation>Was an {where} antwortet, koppelt nicht wie eine Kamera. Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>What answers at {where} has not the key of the camera that you paired with. Somebody may pass for it. If it was set up anew, pair with it again.</source>
        <extracomment>viewer/core/calls/key_troubles.py</extracomment>
        <translation>Was an {where} antwortet, hat nicht den Schlüssel der gekoppelten Kamera. Vielleicht gibt sich jemand für sie aus. Wurde sie neu eingerichtet, neu mit ihr koppeln.</translation>
    </message>
    <message>
        <source>What answers is no camera that Watchword understands: it sent {what}. Check its program.</source>
        <extracomment>viewer/core/sessions/session.py</extracomment>
        <translation>Was antwortet, ist keine Kamera, die Watchword versteht; gesendet wurde: {what}. Ihr Programm prüfen.</translation>
    </message>
    <message>
        <source>What answers says that the code is right, and does not know it: somebody may pass for the camera. Nothing was kept. Try again on another network, or by a cable.</source>
        <extracomment>viewer/core/pairing/refusals.py</extracomment>
        <translation>Was antwortet, sagt, der Code stimme, und kennt ihn nicht: Vielleicht gibt sich jemand für die Kamera aus. Nichts wurde behalten. In einem anderen Netz oder per Kabel noch einmal versuchen.</translation>
    </message>
    <message>
        <source>What answers there does not pair as a camera does. Check the address.</source>
        <extracomment>viewer/core/pairing/asking.py</extracomment>
        <translation>Was dort antwortet, koppelt nicht wie eine Kamera. Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>What came at port {port} is nothing that a camera says. Check what sends there.</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Was an Port {port} kam, sagt keine Kamera. Prüfen, was dort sendet.</translation>
    </message>
    <message>
        <source>What came before, too</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Auch was davor kam</translation>
    </message>
    <message>
        <source>What came from {address} at port {port} is nothing that a camera says. Check what sends there.</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Was von {address} an Port {port} kam, sagt keine Kamera. Prüfen, was dort sendet.</translation>
    </message>
    <message>
        <source>What came with this cannot be read. Update this viewer if the camera is newer.</source>
        <extracomment>viewer/core/talk/talk.py</extracomment>
        <translation>Was hiermit kam, ist nicht lesbar. Diesen Betrachter aktualisieren, falls die Kamera neuer ist.</translation>
    </message>
    <message>
        <source>What is to be written waits until then.</source>
        <extracomment>camwire/journal.py</extracomment>
        <translation>Was zu schreiben ist, wartet bis dahin.</translation>
    </message>
    <message>
        <source>What kind of camera?</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Was für eine Kamera?</translation>
    </message>
    <message>
        <source>What moves now</source>
        <extracomment>viewer/ui/motion/meter.py</extracomment>
        <translation>Was sich jetzt bewegt</translation>
    </message>
    <message>
        <source>What was recorded is kept. At the next start nothing is recorded until you begin again.</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Was aufgenommen wurde, bleibt. Beim nächsten Start wird nichts aufgenommen, bis es wieder begonnen wird.</translation>
    </message>
    <message>
        <source>What was recorded until then is gone.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>Was bis dahin aufgenommen war, ist verschwunden.</translation>
    </message>
    <message>
        <source>What was recorded until then is kept.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>Was bis dahin aufgenommen wurde, ist aufgehoben.</translation>
    </message>
    <message>
        <source>What was said stays on this computer, and is there again when the camera is.</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Was gesagt wurde, bleibt auf diesem Computer und ist wieder da, sobald die Kamera es ist.</translation>
    </message>
    <message>
        <source>What you write comes back from send_image.</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Was man schreibt, kommt aus send_image zurück.</translation>
    </message>
    <message>
        <source>When one does not answer, the network is asked whether it has another address now.</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Wenn eine nicht antwortet, wird im Netz gefragt, ob sie jetzt eine andere Adresse hat.</translation>
    </message>
    <message>
        <source>Where motion counts</source>
        <extracomment>viewer/ui/motion/region_field.py</extracomment>
        <translation>Wo Bewegung zählt</translation>
    </message>
    <message>
        <source>Where something moved last</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>Wo sich zuletzt etwas bewegte</translation>
    </message>
    <message>
        <source>Where the pictures come from</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Woher die Bilder kommen</translation>
    </message>
    <message>
        <source>Whether this camera takes pictures is known when it is here.</source>
        <extracomment>viewer/ui/actions/camera_actions.py</extracomment>
        <translation>Ob diese Kamera Bilder nimmt, zeigt sich, wenn sie da ist.</translation>
    </message>
    <message>
        <source>Which camera</source>
        <extracomment>viewer/ui/dialogs/own.py, viewer/ui/dialogs/show.py</extracomment>
        <translation>Welche Kamera</translation>
    </message>
    <message>
        <source>Which camera of this computer</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Welche Kamera dieses Computers</translation>
    </message>
    <message>
        <source>Which camera?</source>
        <extracomment>viewer/ui/dialogs/own.py</extracomment>
        <translation>Welche Kamera?</translation>
    </message>
    <message>
        <source>Which camera? Choose one, or write its address.</source>
        <extracomment>viewer/ui/pairing/which_camera.py</extracomment>
        <translation>Welche Kamera? Eine wählen oder ihre Adresse schreiben.</translation>
    </message>
    <message>
        <source>Which camera? Tick it in the list.</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Welche Kamera? In der Liste ankreuzen.</translation>
    </message>
    <message>
        <source>Which file</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Welche Datei</translation>
    </message>
    <message>
        <source>Which file? Choose one, or write its path.</source>
        <extracomment>viewer/ui/dialogs/show.py, viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Welche Datei? Eine wählen oder ihren Pfad schreiben.</translation>
    </message>
    <message>
        <source>Which port? The usual one of VidGear and imagezmq is {ports}.</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Welcher Port? Bei VidGear und imagezmq ist {ports} üblich.</translation>
    </message>
    <message>
        <source>White balance</source>
        <extracomment>viewer/core/controls/groups.py, viewer/core/controls/titles.py</extracomment>
        <translation>Weißabgleich</translation>
    </message>
    <message>
        <source>White balance auto</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Weißabgleich automatisch</translation>
    </message>
    <message>
        <source>Who spoke last</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>Wer zuletzt sprach</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Wider or narrower chat</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Breiterer oder schmalerer Chat</translation>
    </message>
    <message>
        <source>With a sound, where the desktop makes one</source>
        <extracomment>viewer/ui/preferences/notifications.py</extracomment>
        <translation>Mit einem Ton, wo der Desktop einen macht</translation>
    </message>
    <message>
        <source>With bidirectional_mode you can talk to it.</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Mit bidirectional_mode kann man mit ihr sprechen.</translation>
    </message>
    <message>
        <source>Working</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Working…</source>
        <extracomment>viewer/ui/cards/running.py</extracomment>
        <translation>In Arbeit…</translation>
    </message>
    <message>
        <source>Write a number of Mbit/s from {least:g} to {most:,.0f}, or nothing for no limit.</source>
        <extracomment>viewer/ui/dialogs/limit.py</extracomment>
        <translation>Eine Zahl von {least:g} bis {most:,.0f} Mbit/s schreiben, oder nichts für keine Grenze.</translation>
    </message>
    <message>
        <source>Write the name of a command after the /, such as /{name}.</source>
        <extracomment>camwire/commands/reading.py</extracomment>
        <translation>Nach dem / den Namen eines Befehls schreiben, etwa /{name}.</translation>
    </message>
    <message>
        <source>Write {usage}</source>
        <extracomment>camwire/commands/problems.py</extracomment>
        <translation>So schreiben: {usage}</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>You</source>
        <extracomment>viewer/ui/chat/model.py</extracomment>
        <translation>Ich</translation>
    </message>
    <message>
        <source>You may only watch it.</source>
        <extracomment>viewer/ui/chat/foot.py</extracomment>
        <translation>Hier darf nur zugesehen werden.</translation>
    </message>
    <message>
        <source>You: {text}</source>
        <extracomment>viewer/ui/all_chats/found_list.py</extracomment>
        <translation>Ich: {text}</translation>
    </message>
    <message>
        <source>Zoom</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom middle, across</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Zoommitte, waagerecht</translation>
    </message>
    <message>
        <source>Zoom middle, down</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Zoommitte, senkrecht</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <extracomment>viewer/ui/cards/amounts.py</extracomment>
        <translation>noch ein paar Sekunden</translation>
    </message>
    <message>
        <source>a number of that size</source>
        <extracomment>camwire/wording.py</extracomment>
        <translation>eine Zahl dieser Größe</translation>
    </message>
    <message>
        <source>a whole number of about {count:,} digits</source>
        <extracomment>viewer/ui/cards/plain.py</extracomment>
        <translation>eine ganze Zahl mit etwa {count:,} Ziffern</translation>
    </message>
    <message>
        <source>an empty frame</source>
        <extracomment>viewer/core/decoders/jpeg.py</extracomment>
        <translation>ein leeres Bild</translation>
    </message>
    <message>
        <source>an imagezmq sender with REQ_REP=False</source>
        <extracomment>viewer/core/calls/dialler.py</extracomment>
        <translation>ein imagezmq-Sender mit REQ_REP=False</translation>
    </message>
    <message>
        <source>and</source>
        <extracomment>camwire/commands/wanted.py, viewer/ui/empty_state.py</extracomment>
        <translation>und</translation>
    </message>
    <message>
        <source>another program holds it</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>ein anderes Programm hält die Datei fest</translation>
    </message>
    <message>
        <source>answered</source>
        <extracomment>viewer/ui/chat/model.py</extracomment>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>any value</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>ein beliebiger Wert</translation>
    </message>
    <message>
        <source>array of one {dtype}</source>
        <extracomment>viewer/ui/cards/plain.py</extracomment>
        <translation>Array mit einem {dtype}</translation>
    </message>
    <message>
        <source>array {sides} {dtype}</source>
        <extracomment>viewer/ui/cards/plain.py</extracomment>
        <translation>Array {sides} {dtype}</translation>
    </message>
    <message>
        <source>as the source</source>
        <extracomment>viewer/core/controls/control_words.py</extracomment>
        <translation>wie die Quelle</translation>
    </message>
    <message>
        <source>at least {least}</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>mindestens {least}</translation>
    </message>
    <message>
        <source>at most {most}</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>höchstens {most}</translation>
    </message>
    <message>
        <source>auto</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>because the camera was away</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>weil die Kamera fort war</translation>
    </message>
    <message>
        <source>because the camera was not ready</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>weil die Kamera nicht bereit war</translation>
    </message>
    <message>
        <source>because this computer was busy</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>weil dieser Computer beschäftigt war</translation>
    </message>
    <message>
        <source>beyond the rate</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>über der Rate</translation>
    </message>
    <message>
        <source>both</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>beides</translation>
    </message>
    <message>
        <source>built on one that was missing</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>bauten auf einem fehlenden auf</translation>
    </message>
    <message>
        <source>came while nobody could see them</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>kamen, als niemand sie sehen konnte</translation>
    </message>
    <message>
        <source>centre weighted</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>mittenbetont</translation>
    </message>
    <message>
        <source>cloudy</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>bewölkt</translation>
    </message>
    <message>
        <source>connecting</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>verbindet sich</translation>
    </message>
    <message>
        <source>continuous</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>fortlaufend</translation>
    </message>
    <message>
        <source>control</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>steuern</translation>
    </message>
    <message>
        <source>custom</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>eigene</translation>
    </message>
    <message>
        <source>damaged</source>
        <extracomment>viewer/ui/replay/recordings_list.py</extracomment>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>damaged H.264 pictures</source>
        <extracomment>viewer/core/decoders/h264.py</extracomment>
        <translation>beschädigte H.264-Bilder</translation>
    </message>
    <message>
        <source>damaged H.264 pictures ({error})</source>
        <extracomment>viewer/core/decoders/h264.py</extracomment>
        <translation>beschädigte H.264-Bilder ({error})</translation>
    </message>
    <message>
        <source>damaged JPEG pictures ({error})</source>
        <extracomment>viewer/core/decoders/jpeg.py</extracomment>
        <translation>beschädigte JPEG-Bilder ({error})</translation>
    </message>
    <message>
        <source>daylight</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Tageslicht</translation>
    </message>
    <message>
        <source>encrypted</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>verschlüsselt</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>viewer/ui/cards/spoken.py, viewer/ui/chat/model.py</extracomment>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>fast</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>schnell</translation>
    </message>
    <message>
        <source>focused</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>scharf</translation>
    </message>
    <message>
        <source>from {least}</source>
        <extracomment>viewer/core/controls/control_words.py</extracomment>
        <translation>ab {least}</translation>
    </message>
    <message>
        <source>frozen</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>eingefroren</translation>
    </message>
    <message>
        <source>frozen {time}</source>
        <extracomment>viewer/ui/wall/overlay.py</extracomment>
        <translation>eingefroren {time}</translation>
    </message>
    <message>
        <source>full</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>voll</translation>
    </message>
    <message>
        <source>gets your pictures</source>
        <extracomment>viewer/ui/remarks.py</extracomment>
        <translation>bekommt die Bilder</translation>
    </message>
    <message>
        <source>here</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>hier</translation>
    </message>
    <message>
        <source>highlight</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Lichter</translation>
    </message>
    <message>
        <source>horizontal</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>waagerecht</translation>
    </message>
    <message>
        <source>idle</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>in Ruhe</translation>
    </message>
    <message>
        <source>if left out</source>
        <extracomment>viewer/core/talk/completion.py</extracomment>
        <translation>wenn weggelassen</translation>
    </message>
    <message>
        <source>imagezmq carries text and bytes to a camera, and this is {kind}.</source>
        <extracomment>camwire/dialects/imagezmq.py</extracomment>
        <translation>imagezmq überträgt Text und Bytes zu einer Kamera, und dies ist {kind}.</translation>
    </message>
    <message>
        <source>imagezmq&apos;s publish mode carries nothing to the camera.</source>
        <extracomment>camwire/dialects/imagezmq.py</extracomment>
        <translation>Der Publish-Modus von imagezmq überträgt nichts zur Kamera.</translation>
    </message>
    <message>
        <source>in force</source>
        <extracomment>viewer/core/controls/offers.py</extracomment>
        <translation>jetzt wirksam</translation>
    </message>
    <message>
        <source>indoor</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Innenraum</translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>Öffnen gelingt nicht</translation>
    </message>
    <message>
        <source>it does not say that it is one</source>
        <extracomment>viewer/core/wall/layout_file.py</extracomment>
        <translation>sie gibt sich nicht als solche zu erkennen</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>it is no file</source>
        <extracomment>viewer/core/wall/layout_file.py</extracomment>
        <translation>es ist keine Datei</translation>
    </message>
    <message>
        <source>it is not allowed</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>es ist nicht erlaubt</translation>
    </message>
    <message>
        <source>it is of version {version}, and this viewer knows {known}</source>
        <extracomment>viewer/core/settings.py, viewer/core/wall/layout_file.py</extracomment>
        <translation>sie ist von Version {version}, und dieser Betrachter kennt {known}</translation>
    </message>
    <message>
        <source>it is read-only</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>Schreiben ist dort gesperrt</translation>
    </message>
    <message>
        <source>it is too large</source>
        <extracomment>viewer/core/wall/layout_file.py</extracomment>
        <translation>die Datei ist zu groß</translation>
    </message>
    <message>
        <source>it said nothing</source>
        <extracomment>viewer/core/own/sources.py, viewer/demo.py</extracomment>
        <translation>es sagte nichts</translation>
    </message>
    <message>
        <source>its disk does not answer</source>
        <extracomment>camwire/files/disk.py</extracomment>
        <translation>der Datenträger antwortet nicht</translation>
    </message>
    <message>
        <source>its program could not start: {error}.</source>
        <extracomment>viewer/core/own/cameras.py</extracomment>
        <translation>ihr Programm konnte nicht starten: {error}.</translation>
    </message>
    <message>
        <source>its program has ended.</source>
        <extracomment>viewer/core/own/cameras.py</extracomment>
        <translation>ihr Programm ist zu Ende.</translation>
    </message>
    <message>
        <source>kept back by the camera, as the link or this viewer had no room for more</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>von der Kamera zurückgehalten, da für mehr in der Verbindung oder hier kein Platz war</translation>
    </message>
    <message>
        <source>last {value}</source>
        <extracomment>viewer/ui/cards/plot.py</extracomment>
        <translation>zuletzt {value}</translation>
    </message>
    <message>
        <source>live</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>live</translation>
    </message>
    <message>
        <source>long</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>lang</translation>
    </message>
    <message>
        <source>manual</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>max {value}</source>
        <extracomment>viewer/ui/cards/plot.py</extracomment>
        <translation>max. {value}</translation>
    </message>
    <message>
        <source>messages</source>
        <extracomment>camwire/excess.py</extracomment>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>min {value}</source>
        <extracomment>viewer/ui/cards/plot.py</extracomment>
        <translation>min. {value}</translation>
    </message>
    <message>
        <source>motion</source>
        <extracomment>viewer/ui/motion/meter.py</extracomment>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>night</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Nacht</translation>
    </message>
    <message>
        <source>no picture</source>
        <extracomment>viewer/ui/wall/overlay.py</extracomment>
        <translation>kein Bild</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>viewer/core/controls/titles.py, viewer/ui/wall/figure_rows.py</extracomment>
        <translation>keine</translation>
    </message>
    <message>
        <source>none of them is a number</source>
        <extracomment>viewer/ui/cards/plot.py</extracomment>
        <translation>keiner davon ist eine Zahl</translation>
    </message>
    <message>
        <source>normal</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>normal</translation>
    </message>
    <message>
        <source>not a number</source>
        <extracomment>viewer/ui/cards/plain.py</extracomment>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <extracomment>viewer/ui/wall/figure_rows.py, viewer/ui/wall/overlay.py</extracomment>
        <translation>unverschlüsselt</translation>
    </message>
    <message>
        <source>not known</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not on this wall any more</source>
        <extracomment>viewer/ui/all_chats/found_list.py</extracomment>
        <translation>nicht mehr an dieser Wand</translation>
    </message>
    <message>
        <source>not paired</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>nicht gekoppelt</translation>
    </message>
    <message>
        <source>not the same camera</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>nicht dieselbe Kamera</translation>
    </message>
    <message>
        <source>nothing found</source>
        <extracomment>viewer/ui/chat/search.py</extracomment>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>now {value}</source>
        <extracomment>viewer/core/controls/offers.py</extracomment>
        <translation>jetzt {value}</translation>
    </message>
    <message>
        <source>number</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>off</source>
        <extracomment>viewer/core/controls/control_words.py</extracomment>
        <translation>aus</translation>
    </message>
    <message>
        <source>offline</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>offline</translation>
    </message>
    <message>
        <source>on</source>
        <extracomment>viewer/core/controls/control_words.py</extracomment>
        <translation>an</translation>
    </message>
    <message>
        <source>on its way</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>on offer</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>angeboten</translation>
    </message>
    <message>
        <source>on or off</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>on oder off</translation>
    </message>
    <message>
        <source>on this computer</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>auf diesem Computer</translation>
    </message>
    <message>
        <source>or</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>oder</translation>
    </message>
    <message>
        <source>picture {width} × {height}</source>
        <extracomment>viewer/ui/cards/plain.py</extracomment>
        <translation>Bild {width} × {height}</translation>
    </message>
    <message>
        <source>pictures as “{codec}”, which this viewer cannot decode. Update the viewer</source>
        <extracomment>viewer/core/pictures/lane.py</extracomment>
        <translation>Bilder als „{codec}“, die dieser Betrachter nicht dekodieren kann. Den Betrachter aktualisieren</translation>
    </message>
    <message>
        <source>pictures of shape {shape} and type {dtype}</source>
        <extracomment>camwire/arrays.py</extracomment>
        <translation>Bilder der Form {shape} und des Typs {dtype}</translation>
    </message>
    <message>
        <source>pictures of {width:,} × {height:,} pixels</source>
        <extracomment>camwire/arrays.py</extracomment>
        <translation>Bilder mit {width:,} × {height:,} Pixeln</translation>
    </message>
    <message>
        <source>pictures of {width:,} × {height:,} pixels, more than the {most} megapixels that are safe to decode</source>
        <extracomment>camwire/jpegs.py</extracomment>
        <translation>Bilder mit {width:,} × {height:,} Pixeln, mehr als die {most} Megapixel, die sicher zu dekodieren sind</translation>
    </message>
    <message>
        <source>pictures that cannot be decoded ({error})</source>
        <extracomment>viewer/core/pictures/lane.py</extracomment>
        <translation>Bilder, die sich nicht dekodieren lassen ({error})</translation>
    </message>
    <message>
        <source>raw pictures without a layout</source>
        <extracomment>viewer/core/decoders/raw.py</extracomment>
        <translation>Rohbilder ohne Angabe ihrer Form</translation>
    </message>
    <message>
        <source>received</source>
        <extracomment>viewer/ui/chat/model.py</extracomment>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>records</source>
        <extracomment>viewer/ui/cards/plain.py</extracomment>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>refused</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>replaced by newer ones before they were decoded</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>vor dem Dekodieren durch neuere ersetzt</translation>
    </message>
    <message>
        <source>replaced by newer ones before they were painted</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>vor dem Zeichnen durch neuere ersetzt</translation>
    </message>
    <message>
        <source>scanning</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>sucht</translation>
    </message>
    <message>
        <source>sent</source>
        <extracomment>viewer/ui/cards/spoken.py, viewer/ui/chat/model.py</extracomment>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>shadows</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Schatten</translation>
    </message>
    <message>
        <source>short</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>kurz</translation>
    </message>
    <message>
        <source>spot</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>still</source>
        <extracomment>viewer/ui/motion/meter.py</extracomment>
        <translation>ruhig</translation>
    </message>
    <message>
        <source>talk</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>sprechen</translation>
    </message>
    <message>
        <source>text</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>Text</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>der Datenträger meldet einen Fehler</translation>
    </message>
    <message>
        <source>the two keys in server.key_secret do not belong together</source>
        <extracomment>viewer/core/calls/vidgear_keys.py</extracomment>
        <translation>die beiden Schlüssel in server.key_secret gehören nicht zusammen</translation>
    </message>
    <message>
        <source>uncompressed</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>unkomprimiert</translation>
    </message>
    <message>
        <source>unprotected</source>
        <extracomment>viewer/ui/wall/figure_rows.py, viewer/ui/wall/overlay.py</extracomment>
        <translation>ungeschützt</translation>
    </message>
    <message>
        <source>up to {most}</source>
        <extracomment>viewer/core/controls/control_words.py</extracomment>
        <translation>bis {most}</translation>
    </message>
    <message>
        <source>usual</source>
        <extracomment>viewer/core/controls/offers.py</extracomment>
        <translation>üblich</translation>
    </message>
    <message>
        <source>vertical</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>senkrecht</translation>
    </message>
    <message>
        <source>waiting</source>
        <extracomment>viewer/ui/all_chats/receipt_table.py</extracomment>
        <translation>wartet</translation>
    </message>
    <message>
        <source>waiting until the camera is back</source>
        <extracomment>viewer/ui/chat/model.py</extracomment>
        <translation>wartet, bis die Kamera zurück ist</translation>
    </message>
    <message>
        <source>watch</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>sehen</translation>
    </message>
    <message>
        <source>were damaged</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>waren beschädigt</translation>
    </message>
    <message>
        <source>whole number</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>ganze Zahl</translation>
    </message>
    <message>
        <source>{amount} GB</source>
        <extracomment>viewer/ui/cards/amounts.py</extracomment>
        <translation>{amount} GB</translation>
    </message>
    <message>
        <source>{amount} MB</source>
        <extracomment>viewer/ui/cards/amounts.py</extracomment>
        <translation>{amount} MB</translation>
    </message>
    <message>
        <source>{amount} kB</source>
        <extracomment>viewer/ui/cards/amounts.py</extracomment>
        <translation>{amount} kB</translation>
    </message>
    <message>
        <source>{amount} of {limit} Mbit/s</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>{amount} von {limit} Mbit/s</translation>
    </message>
    <message>
        <source>{below} or {above}</source>
        <extracomment>camwire/commands/kinds.py</extracomment>
        <translation>{below} oder {above}</translation>
    </message>
    <message>
        <source>{camera} gets no pictures any more. {why}</source>
        <extracomment>viewer/ui/remarks.py</extracomment>
        <translation>{camera} bekommt keine Bilder mehr. {why}</translation>
    </message>
    <message>
        <source>{camera} is in {group} now.</source>
        <extracomment>viewer/ui/walls.py</extracomment>
        <translation>{camera} ist jetzt in {group}.</translation>
    </message>
    <message>
        <source>{camera} is not being recorded any more.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>{camera} wird nicht mehr aufgenommen.</translation>
    </message>
    <message>
        <source>{camera} says: {text}</source>
        <extracomment>viewer/ui/wall/tile.py</extracomment>
        <translation>{camera} sagt: {text}</translation>
    </message>
    <message>
        <source>{camera} was removed.</source>
        <extracomment>viewer/ui/walls.py</extracomment>
        <translation>{camera} wurde entfernt.</translation>
    </message>
    <message>
        <source>{camera} · paired already</source>
        <extracomment>viewer/ui/pairing/which_camera.py</extracomment>
        <translation>{camera} · schon gekoppelt</translation>
    </message>
    <message>
        <source>{camera} · shows a code</source>
        <extracomment>viewer/ui/pairing/which_camera.py</extracomment>
        <translation>{camera} · zeigt einen Code</translation>
    </message>
    <message>
        <source>{camera}, {state}</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>{camera}, {state}</translation>
    </message>
    <message>
        <source>{count:,} dropped</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>{count:,} verworfen</translation>
    </message>
    <message>
        <source>{count:,} messages are waiting already. Wait until the camera has some.</source>
        <extracomment>camwire/turns.py</extracomment>
        <translation>{count:,} Nachrichten warten bereits. Warten, bis die Kamera einige hat.</translation>
    </message>
    <message>
        <source>{count:,} messages are waiting already. Wait until the other end has received some.</source>
        <extracomment>camwire/conversation.py</extracomment>
        <translation>{count:,} Nachrichten warten bereits. Warten, bis die Gegenstelle einige empfangen hat.</translation>
    </message>
    <message>
        <source>{count:,} more</source>
        <extracomment>viewer/ui/cards/table.py</extracomment>
        <translation>{count:,} weitere</translation>
    </message>
    <message>
        <source>{count} more</source>
        <extracomment>camwire/wording.py</extracomment>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>{day}. {month}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>{day}. {month} {year}</translation>
    </message>
    <message>
        <source>{day} · no time zone said</source>
        <extracomment>viewer/ui/cards/scalar.py</extracomment>
        <translation>{day} · ohne Angabe der Zeitzone</translation>
    </message>
    <message>
        <source>{done} of {whole}</source>
        <extracomment>viewer/ui/cards/amounts.py</extracomment>
        <translation>{done} von {whole}</translation>
    </message>
    <message>
        <source>{endpoint} can be reached from other computers, and nothing is encrypted there. Add --open if everyone on that network may watch and talk, or listen on tcp://127.0.0.1.</source>
        <extracomment>camwire/endpoint.py</extracomment>
        <translation>{endpoint} ist von anderen Computern erreichbar, und dort ist nichts verschlüsselt. --open hinzufügen, wenn in diesem Netz jeder zusehen und mitreden darf, oder an tcp://127.0.0.1 lauschen.</translation>
    </message>
    <message>
        <source>{endpoint} cannot be used: this program has too many files and connections open. Show fewer cameras, or allow it more of them (ulimit -n).</source>
        <extracomment>camwire/sockets.py</extracomment>
        <translation>{endpoint} kann nicht benutzt werden: Dieses Programm hat zu viele Dateien und Verbindungen offen. Weniger Kameras zeigen oder ihm mehr davon erlauben (ulimit -n).</translation>
    </message>
    <message>
        <source>{endpoint} cannot be used: {why}.</source>
        <extracomment>camwire/sockets.py</extracomment>
        <translation>{endpoint} ist nicht benutzbar: {why}.</translation>
    </message>
    <message>
        <source>{endpoint} is in use by another program. End that one, or choose another port.</source>
        <extracomment>camwire/sockets.py</extracomment>
        <translation>{endpoint} wird von einem anderen Programm benutzt. Dieses beenden oder einen anderen Port wählen.</translation>
    </message>
    <message>
        <source>{endpoint} is no address to connect to: {why}.</source>
        <extracomment>camwire/link.py</extracomment>
        <translation>Mit {endpoint} lässt sich keine Verbindung aufnehmen: {why}.</translation>
    </message>
    <message>
        <source>{endpoint} is no place to listen at. A viewer listens at tcp://, {known}.</source>
        <extracomment>viewer/core/calls/listening.py</extracomment>
        <translation>An {endpoint} lässt sich nicht lauschen. Ein Betrachter lauscht an tcp://, {known}.</translation>
    </message>
    <message>
        <source>{error} Until then, conversations are kept only until this window is closed.</source>
        <extracomment>viewer/app.py</extracomment>
        <translation>{error} Bis dahin werden Gespräche nur aufgehoben, bis dieses Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>{file} cannot be deleted: {why}. Another program may have it open.</source>
        <extracomment>viewer/ui/replay/window.py</extracomment>
        <translation>{file} kann nicht gelöscht werden: {why}. Vielleicht hat ein anderes Programm die Datei geöffnet.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({why}). Export without it.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>{file} kann nicht gelesen werden ({why}). Ohne diese Aufnahme exportieren.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {error}. Is it there?</source>
        <extracomment>viewer/core/wall/layout_file.py</extracomment>
        <translation>{file} kann nicht gelesen werden: {error}. Gibt es die Datei?</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <extracomment>camwire/sealed_file.py</extracomment>
        <translation>{file} kann nicht gelesen werden: {why}.</translation>
    </message>
    <message>
        <source>{file} cannot be written ({why}). Choose another folder.</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>{file} kann nicht geschrieben werden ({why}). Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{file} cannot be written. Choose another folder.</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>{file} kann nicht geschrieben werden. Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}. Choose another name.</source>
        <extracomment>camwire/sealed_file.py</extracomment>
        <translation>{file} kann nicht geschrieben werden: {why}. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{file} is gone. Bring it back, or export without it.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>{file} ist verschwunden. Wiederherstellen oder ohne diese Aufnahme exportieren.</translation>
    </message>
    <message>
        <source>{file} is no export of a viewer. One of a camera is for: watchword-camera identity</source>
        <extracomment>viewer/core/pairing/moving.py</extracomment>
        <translation>{file} ist kein Export eines Betrachters. Einer von einer Kamera ist für: watchword-camera identity</translation>
    </message>
    <message>
        <source>{file} is no layout of Watchword that can be opened: {error}.</source>
        <extracomment>viewer/core/wall/layout_file.py</extracomment>
        <translation>{file} ist keine Watchword-Anordnung, die sich öffnen lässt: {error}.</translation>
    </message>
    <message>
        <source>{file} is one of the recordings that are to be exported. Choose another name.</source>
        <extracomment>viewer/core/recording/export.py</extracomment>
        <translation>{file} ist selbst eine der Aufnahmen, die exportiert werden sollen. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{file} is written. Import it on the other computer, and remove it then.</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>{file} ist geschrieben. Auf dem anderen Computer importieren und danach löschen.</translation>
    </message>
    <message>
        <source>{folder} cannot be opened: {why}.</source>
        <extracomment>viewer/ui/recording/recording_actions.py</extracomment>
        <translation>{folder} kann nicht geöffnet werden: {why}.</translation>
    </message>
    <message>
        <source>{folder} cannot be read ({why}).</source>
        <extracomment>viewer/ui/replay/window.py</extracomment>
        <translation>{folder} kann nicht gelesen werden ({why}).</translation>
    </message>
    <message>
        <source>{folder} cannot be used ({why}). Choose another.</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>{folder} ist nicht benutzbar ({why}). Einen anderen wählen.</translation>
    </message>
    <message>
        <source>{folder} could not be written to: {why}. Choose another folder in the preferences.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>In {folder} konnte nicht geschrieben werden: {why}. In den Einstellungen einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{folder} is gone. Bring it back, or choose another folder in the preferences.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>{folder} ist verschwunden. Wiederherstellen oder in den Einstellungen einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{folder} is no whole path. Use “Choose…” to find the folder.</source>
        <extracomment>viewer/core/chosen_folder.py</extracomment>
        <translation>{folder} ist kein vollständiger Pfad. Mit „Wählen…“ den Ordner suchen.</translation>
    </message>
    <message>
        <source>{fps:.1f} fps</source>
        <extracomment>viewer/ui/look/words.py, viewer/ui/wall/figure_rows.py</extracomment>
        <translation>{fps:.1f} fps</translation>
    </message>
    <message>
        <source>{host} is no address of this computer. Listen on 127.0.0.1, on one of its own, or on *.</source>
        <extracomment>camwire/sockets.py</extracomment>
        <translation>{host} ist keine Adresse dieses Computers. An 127.0.0.1, an einer seiner eigenen oder an * lauschen.</translation>
    </message>
    <message>
        <source>{hours} h left</source>
        <extracomment>viewer/ui/cards/amounts.py</extracomment>
        <translation>noch {hours} h</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{keys} belongs to “{action}”. “Use here” takes it from there.</source>
        <extracomment>viewer/ui/dialogs/shortcuts.py</extracomment>
        <translation>{keys} gehört zu „{action}“. „Hier verwenden“ nimmt es dort weg.</translation>
    </message>
    <message>
        <source>{key} is for listening. Cameras that are connected to begin with tcp:// or sub+tcp://.</source>
        <extracomment>viewer/core/fleet.py</extracomment>
        <translation>{key} ist zum Lauschen. Kameras, mit denen man sich verbindet, beginnen mit tcp:// oder sub+tcp://.</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{least} bis {most}</translation>
    </message>
    <message>
        <source>{line} failed: </source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>{line} ist fehlgeschlagen: </translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <extracomment>viewer/ui/cards/amounts.py</extracomment>
        <translation>noch {minutes} min</translation>
    </message>
    <message>
        <source>{name} at {key} is on the wall already.</source>
        <extracomment>viewer/core/fleet.py</extracomment>
        <translation>{name} an {key} ist schon an der Wand.</translation>
    </message>
    <message>
        <source>{name} begins at {least}.</source>
        <extracomment>camwire/controls.py</extracomment>
        <translation>{name} beginnt bei {least}.</translation>
    </message>
    <message>
        <source>{name} calls itself by the id of {other}, which is paired by another key. Nothing was kept. If {other} was set up anew, forget it in Paired cameras first, and pair again.</source>
        <extracomment>viewer/core/known_cameras.py</extracomment>
        <translation>{name} nennt sich mit der Kennung von {other}, gekoppelt mit einem anderen Schlüssel. Nichts wurde behalten. Wurde {other} neu eingerichtet, sie zuerst in „Gekoppelte Kameras“ vergessen und neu koppeln.</translation>
    </message>
    <message>
        <source>{name} can only be {only}; {given} is not known.</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{name} kann nur {only} sein; {given} ist nicht bekannt.</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}).</source>
        <extracomment>viewer/core/replay/reel.py</extracomment>
        <translation>{name} kann nicht gelesen werden ({why}).</translation>
    </message>
    <message>
        <source>{name} cannot be read. It is damaged, or it is no recording.</source>
        <extracomment>viewer/core/replay/reel.py</extracomment>
        <translation>{name} kann nicht gelesen werden. Die Datei ist beschädigt oder keine Aufnahme.</translation>
    </message>
    <message>
        <source>{name} gets your pictures.</source>
        <extracomment>viewer/core/showing/showing.py</extracomment>
        <translation>{name} bekommt die Bilder.</translation>
    </message>
    <message>
        <source>{name} goes from {least} to {most}, in steps of {step}.</source>
        <extracomment>camwire/controls.py</extracomment>
        <translation>{name} geht von {least} bis {most}, in Schritten von {step}.</translation>
    </message>
    <message>
        <source>{name} goes from {least} to {most}.</source>
        <extracomment>camwire/controls.py</extracomment>
        <translation>{name} geht von {least} bis {most}.</translation>
    </message>
    <message>
        <source>{name} goes from {range}.</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{name} geht von {range}.</translation>
    </message>
    <message>
        <source>{name} goes in steps of {step}: {near}.</source>
        <extracomment>camwire/commands/kinds.py</extracomment>
        <translation>{name} geht in Schritten von {step}: {near}.</translation>
    </message>
    <message>
        <source>{name} goes up to {most}.</source>
        <extracomment>camwire/controls.py</extracomment>
        <translation>{name} geht bis {most}.</translation>
    </message>
    <message>
        <source>{name} has an error: {why}. It was kept as {aside}; the wall starts with defaults.</source>
        <extracomment>viewer/core/settings.py</extracomment>
        <translation>{name} hat einen Fehler: {why}. Die Datei wurde als {aside} aufgehoben; die Wand beginnt mit Vorgaben.</translation>
    </message>
    <message>
        <source>{name} is a number; {given} is none.</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{name} ist eine Zahl; {given} ist keine.</translation>
    </message>
    <message>
        <source>{name} is a whole number; {given} is none.</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{name} ist eine ganze Zahl; {given} ist keine.</translation>
    </message>
    <message>
        <source>{name} is away. The pictures go on when it is back.</source>
        <extracomment>viewer/core/showing/showing.py</extracomment>
        <translation>{name} ist fort. Die Bilder gehen weiter, wenn sie zurück ist.</translation>
    </message>
    <message>
        <source>{name} is damaged: {error}. It was kept as {aside}; a new one was begun.</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>{name} ist beschädigt: {error}. Die Datei wurde als {aside} aufgehoben und eine neue begonnen.</translation>
    </message>
    <message>
        <source>{name} is given twice.</source>
        <extracomment>camwire/commands/lines.py</extracomment>
        <translation>{name} ist zweimal angegeben.</translation>
    </message>
    <message>
        <source>{name} is missing: {usage}</source>
        <extracomment>camwire/commands/problems.py</extracomment>
        <translation>{name} fehlt: {usage}</translation>
    </message>
    <message>
        <source>{name} is not as this program has left it. Move it to another place and start again.</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>{name} ist nicht so, wie dieses Programm es hinterlassen hat. Die Datei an einen anderen Ort verschieben und neu starten.</translation>
    </message>
    <message>
        <source>{name} is not complete. Write JSON, such as [1, 2], {{&quot;a&quot;: 1}} or &quot;text&quot;.</source>
        <extracomment>camwire/commands/lines.py</extracomment>
        <translation>{name} ist nicht vollständig. JSON schreiben, etwa [1, 2], {{&quot;a&quot;: 1}} oder &quot;text&quot;.</translation>
    </message>
    <message>
        <source>{name} is not on this wall any more. Add it again to read on.</source>
        <extracomment>viewer/ui/all_chats/search.py</extracomment>
        <translation>{name} ist nicht mehr an dieser Wand. Zum Weiterlesen wieder hinzufügen.</translation>
    </message>
    <message>
        <source>{name} is on or off.</source>
        <extracomment>camwire/controls.py</extracomment>
        <translation>{name} ist an oder aus.</translation>
    </message>
    <message>
        <source>{name} is on the wall already.</source>
        <extracomment>viewer/core/own/cameras.py</extracomment>
        <translation>{name} ist schon an der Wand.</translation>
    </message>
    <message>
        <source>{name} is one of {choices}; {given} is none of them.</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{name} ist eines von {choices}; {given} gehört nicht dazu.</translation>
    </message>
    <message>
        <source>{name} is one of: {choices}.</source>
        <extracomment>camwire/controls.py</extracomment>
        <translation>{name} ist eines von: {choices}.</translation>
    </message>
    <message>
        <source>{name} is text; {given} is none.</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{name} ist Text; {given} ist keiner.</translation>
    </message>
    <message>
        <source>{name} is {either}; {given} is neither.</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{name} ist {either}; {given} ist weder das eine noch das andere.</translation>
    </message>
    <message>
        <source>{name} is {range}.</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{name} ist {range}.</translation>
    </message>
    <message>
        <source>{name} sends its pictures uncompressed, and only JPEG can be passed on. Set its program to JPEG.</source>
        <extracomment>viewer/core/showing/source.py</extracomment>
        <translation>{name} sendet die Bilder unkomprimiert, und nur JPEG lässt sich weitergeben. Ihr Programm auf JPEG stellen.</translation>
    </message>
    <message>
        <source>{name} takes no pictures. In its program, write @camera.on_picture above a function, and start it again.</source>
        <extracomment>viewer/core/showing/showing.py</extracomment>
        <translation>{name} nimmt keine Bilder. In ihrem Programm @camera.on_picture über eine Funktion schreiben und es neu starten.</translation>
    </message>
    <message>
        <source>{name} takes numbers.</source>
        <extracomment>camwire/controls.py</extracomment>
        <translation>{name} nimmt Zahlen.</translation>
    </message>
    <message>
        <source>{name} takes whole numbers.</source>
        <extracomment>camwire/controls.py</extracomment>
        <translation>{name} nimmt ganze Zahlen.</translation>
    </message>
    <message>
        <source>{name} was removed from the wall, so no more pictures come.</source>
        <extracomment>viewer/core/showing/showings.py</extracomment>
        <translation>{name} wurde von der Wand entfernt; es kommen keine Bilder mehr.</translation>
    </message>
    <message>
        <source>{name} was written by a newer version of this program. Update this one and start again.</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>{name} wurde von einer neueren Version dieses Programms geschrieben. Dieses aktualisieren und neu starten.</translation>
    </message>
    <message>
        <source>{name}: {sentence} It is tried again until it works.</source>
        <extracomment>viewer/core/own/cameras.py</extracomment>
        <translation>{name}: {sentence} Es wird weiter versucht, bis es gelingt.</translation>
    </message>
    <message>
        <source>{passed} of {whole}</source>
        <extracomment>viewer/ui/replay/player.py</extracomment>
        <translation>{passed} von {whole}</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {why}. {cure}.</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>{path} kann nicht geöffnet werden: {why}. {cure}.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). The wall starts with default settings and saves none. Make the file readable and start again.</source>
        <extracomment>viewer/core/settings.py</extracomment>
        <translation>{path} kann nicht gelesen werden ({why}). Die Wand beginnt mit Vorgaben und speichert nichts. Die Datei lesbar machen und neu starten.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}. {cure}.</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>{path} kann nicht gelesen werden: {why}. {cure}.</translation>
    </message>
    <message>
        <source>{path} cannot be used: {why}. Make it and its folder readable and writable, and start again.</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>{path} ist nicht benutzbar: {why}. Datei und Ordner lesbar und beschreibbar machen und neu starten.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <extracomment>viewer/core/pairing/moving.py</extracomment>
        <translation>{path} kann nicht geschrieben werden: {why}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}. {cure}.</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>{path} kann nicht geschrieben werden: {why}. {cure}.</translation>
    </message>
    <message>
        <source>{path} has an error: {why}. It could not be kept aside ({trouble}), so nothing is saved. Mend the file and start again.</source>
        <extracomment>viewer/core/settings.py</extracomment>
        <translation>{path} hat einen Fehler: {why}. Die Datei konnte nicht beiseitegelegt werden ({trouble}), darum wird nichts gespeichert. Die Datei berichtigen und neu starten.</translation>
    </message>
    <message>
        <source>{path} is in use: this program runs already. End that one and start again.</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>{path} ist in Benutzung: Dieses Programm läuft bereits. Das andere beenden und neu starten.</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <extracomment>viewer/ui/chat/search.py</extracomment>
        <translation>{place} von {count}</translation>
    </message>
    <message>
        <source>{range}, in steps of {step}</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{range}, in Schritten von {step}</translation>
    </message>
    <message>
        <source>{said}, about a picture</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>{said}, zu einem Bild</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <extracomment>viewer/ui/cards/amounts.py</extracomment>
        <translation>noch {seconds} s</translation>
    </message>
    <message>
        <source>{secret_file} holds no secret key. Copy it from a sender that ran with secure_mode.</source>
        <extracomment>viewer/core/calls/vidgear_keys.py</extracomment>
        <translation>{secret_file} enthält keinen geheimen Schlüssel. Die Datei von einem Sender kopieren, der mit secure_mode lief.</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} are free on this disk.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>{size} sind auf diesem Datenträger frei.</translation>
    </message>
    <message>
        <source>{size} of {full}</source>
        <extracomment>viewer/ui/look/words.py, viewer/ui/wall/figure_rows.py</extracomment>
        <translation>{size} von {full}</translation>
    </message>
    <message>
        <source>{size}, {fps:.1f} pictures a second, {sent:,} sent.</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>{size}, {fps:.1f} Bilder pro Sekunde, {sent:,} gesendet.</translation>
    </message>
    <message>
        <source>{title}, empty</source>
        <extracomment>viewer/ui/cards/rows.py</extracomment>
        <translation>{title}, leer</translation>
    </message>
    <message>
        <source>{trip} there and back</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>{trip} hin und zurück</translation>
    </message>
    <message>
        <source>{usual}, rarely {most}</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>{usual}, selten {most}</translation>
    </message>
    <message>
        <source>{where} does not answer. Is the camera still there? Try again.</source>
        <extracomment>viewer/core/pairing/asking.py</extracomment>
        <translation>{where} antwortet nicht. Ist die Kamera noch da? Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>{where} takes the call but says nothing. If a camera hangs there, restart it.</source>
        <extracomment>viewer/core/calls/dialler.py</extracomment>
        <translation>{where} nimmt den Anruf an, sagt aber nichts. Hängt dort eine Kamera, sie neu starten.</translation>
    </message>
    <message>
        <source>{who} connects again and again, and never gets in. Its calls are hung up on, {seconds:g} seconds at a time. Look what runs there.</source>
        <extracomment>camwire/excess.py</extracomment>
        <translation>{who} verbindet sich immer wieder und kommt nie herein. Seine Anrufe werden abgewiesen, je {seconds:g} Sekunden lang. Nachsehen, was dort läuft.</translation>
    </message>
    <message>
        <source>{who} opens too many connections. Those that say nothing are closed. Look what runs there.</source>
        <extracomment>camwire/excess.py</extracomment>
        <translation>{who} öffnet zu viele Verbindungen. Die, die nichts sagen, werden geschlossen. Nachsehen, was dort läuft.</translation>
    </message>
    <message>
        <source>{who} sends messages that are broken or larger than {most} MB. The connection was ended. Restart the program there.</source>
        <extracomment>camwire/excess.py</extracomment>
        <translation>{who} sendet Nachrichten, die beschädigt oder größer als {most} MB sind. Die Verbindung wurde beendet. Das Programm dort neu starten.</translation>
    </message>
    <message>
        <source>{who} sends more than can be read. The connection was ended. Restart the program there.</source>
        <extracomment>camwire/excess.py</extracomment>
        <translation>{who} sendet mehr, als gelesen werden kann. Die Verbindung wurde beendet. Das Programm dort neu starten.</translation>
    </message>
    <message>
        <source>{who} sends more than {most} {unit} a second, and does not stop. The connection was ended. Restart the program there.</source>
        <extracomment>camwire/excess.py</extracomment>
        <translation>{who} sendet mehr als {most} {unit} pro Sekunde und hört nicht auf. Die Verbindung wurde beendet. Das Programm dort neu starten.</translation>
    </message>
    <message>
        <source>{who} sends more than {most} {unit} a second, and is slowed down.</source>
        <extracomment>camwire/excess.py</extracomment>
        <translation>{who} sendet mehr als {most} {unit} pro Sekunde und wird gebremst.</translation>
    </message>
    <message>
        <source>– counted from when they arrived; what the way took is not known</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>– gezählt ab der Ankunft; wie lange der Weg war, ist nicht bekannt</translation>
    </message>
    <message>
        <source>– known to ±{error} ms</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>– auf ±{error} ms genau</translation>
    </message>
    <message>
        <source>“{name}” came damaged twice. Send it again; if that fails too, look after the disks.</source>
        <extracomment>camwire/files/incoming.py</extracomment>
        <translation>„{name}“ kam zweimal beschädigt an. Noch einmal senden; gelingt auch das nicht, die Datenträger prüfen.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read any more: {why}. Send it again.</source>
        <extracomment>camwire/files/offered.py</extracomment>
        <translation>„{name}“ kann nicht mehr gelesen werden: {why}. Noch einmal senden.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {why}.</source>
        <extracomment>camwire/files/offered.py</extracomment>
        <translation>„{name}“ kann nicht gelesen werden: {why}.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written to {folder}: {why}. It goes on by itself when that is put right.</source>
        <extracomment>camwire/files/part.py</extracomment>
        <translation>„{name}“ kann nicht nach {folder} geschrieben werden: {why}. Ist das behoben, geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>“{name}” is being written. Send it when it is finished.</source>
        <extracomment>camwire/files/offered.py</extracomment>
        <translation>„{name}“ wird gerade geschrieben. Senden, wenn die Datei fertig ist.</translation>
    </message>
    <message>
        <source>“{name}” is larger than {most} GB. Send it in parts, or by another program.</source>
        <extracomment>camwire/files/offered.py</extracomment>
        <translation>„{name}“ ist größer als {most} GB. In Teilen oder mit einem anderen Programm senden.</translation>
    </message>
    <message>
        <source>“{name}” is no file. A folder can be sent as a ZIP file.</source>
        <extracomment>camwire/files/offered.py</extracomment>
        <translation>„{name}“ ist keine Datei. Ein Ordner kann als ZIP-Datei gesendet werden.</translation>
    </message>
    <message>
        <source>“{name}” was changed after it was sent. Send it again.</source>
        <extracomment>camwire/files/offered.py</extracomment>
        <translation>„{name}“ wurde nach dem Senden geändert. Noch einmal senden.</translation>
    </message>
    <message>
        <source>“{text}” begins with {scheme}://. Known are tcp://, {known}.</source>
        <extracomment>camwire/endpoint.py</extracomment>
        <translation>„{text}“ beginnt mit {scheme}://. Bekannt sind tcp://, {known}.</translation>
    </message>
    <message>
        <source>“{text}” begins with {scheme}://. Watchword uses tcp://, as in tcp://192.168.1.20:5600</source>
        <extracomment>camwire/endpoint.py</extracomment>
        <translation>„{text}“ beginnt mit {scheme}://. Watchword benutzt tcp://, etwa tcp://192.168.1.20:5600</translation>
    </message>
    <message>
        <source>“{text}” has the port “{port}”. A port is a number from 1 to 65535.</source>
        <extracomment>camwire/endpoint.py</extracomment>
        <translation>„{text}“ hat den Port „{port}“. Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>“{text}” is a port without a host. Did you mean tcp://127.0.0.1:{host}?</source>
        <extracomment>camwire/endpoint.py</extracomment>
        <translation>„{text}“ ist ein Port ohne Computer. War tcp://127.0.0.1:{host} gemeint?</translation>
    </message>
    <message>
        <source>“{text}” is no address. Write it like tcp://192.168.1.20:5600 or tcp://porch.local:5600</source>
        <extracomment>camwire/endpoint.py</extracomment>
        <translation>„{text}“ ist keine Adresse. So schreiben: tcp://192.168.1.20:5600 oder tcp://porch.local:5600</translation>
    </message>
    <message>
        <source>“{text}” names a port twice.</source>
        <extracomment>camwire/endpoint.py</extracomment>
        <translation>„{text}“ nennt einen Port zweimal.</translation>
    </message>
    <message>
        <source>“{text}” names {count} ports; at most {most} fit in one address.</source>
        <extracomment>camwire/endpoint.py</extracomment>
        <translation>„{text}“ nennt {count} Ports; höchstens {most} passen in eine Adresse.</translation>
    </message>
    <message>
        <source>“{text}” to {cameras}: {states}.</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>„{text}“ an {cameras}: {states}.</translation>
    </message>
    <message>
        <source>“{word}” is none of the words. Is it “{alike}”?</source>
        <extracomment>camwire/pairing/spelling.py</extracomment>
        <translation>„{word}“ ist keines der Wörter. Ist es „{alike}“?</translation>
    </message>
    <message>
        <source>“{word}” is none of the words. Look at the camera&apos;s code again.</source>
        <extracomment>camwire/pairing/spelling.py</extracomment>
        <translation>„{word}“ ist keines der Wörter. Den Code der Kamera noch einmal ansehen.</translation>
    </message>
    <message>
        <source>… too much to unfold at once</source>
        <extracomment>viewer/ui/cards/tree.py</extracomment>
        <translation>… zu viel, um es auf einmal aufzuklappen</translation>
    </message>
    <message>
        <source>… {count:,} more · Show more</source>
        <extracomment>viewer/ui/cards/tree.py</extracomment>
        <translation>… {count:,} weitere · Mehr zeigen</translation>
    </message>
    <message>
        <source>● recording</source>
        <extracomment>viewer/ui/replay/recordings_list.py</extracomment>
        <translation>● nimmt auf</translation>
    </message>
</context>
</TS>
