<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Watchword</name>
    <message>
        <source> Not sent: {drops}.</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation> Non envoyées&#xa0;: {drops}.</translation>
    </message>
    <message numerus="yes">
        <source>%n answered</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>
            <numerusform>%n a répondu</numerusform>
            <numerusform>%n ont répondu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <extracomment>viewer/ui/cards/amounts.py, viewer/ui/cards/plain.py, viewer/ui/cards/scalar.py</extracomment>
        <translation>
            <numerusform>%n octet</numerusform>
            <numerusform>%n octets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cameras</source>
        <extracomment>viewer/ui/all_chats/round.py, viewer/ui/desktop/notifier.py</extracomment>
        <translation>
            <numerusform>%n caméra</numerusform>
            <numerusform>%n caméras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cameras are being recorded.</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>
            <numerusform>%n caméra est en cours d&apos;enregistrement.</numerusform>
            <numerusform>%n caméras sont en cours d&apos;enregistrement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cameras are not being recorded any more: {cameras}. {cause}</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n caméra n’est plus enregistrée&#xa0;: {cameras}. {cause}</numerusform>
            <numerusform>%n caméras ne sont plus enregistrées&#xa0;: {cameras}. {cause}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <extracomment>viewer/ui/cards/tree.py</extracomment>
        <translation>
            <numerusform>%n entrée</numerusform>
            <numerusform>%n entrées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>
            <numerusform>%n échec</numerusform>
            <numerusform>%n échecs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <extracomment>viewer/ui/cards/plain.py, viewer/ui/cards/tree.py</extracomment>
        <translation>
            <numerusform>%n élément</numerusform>
            <numerusform>%n éléments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <extracomment>viewer/ui/all_chats/found_list.py</extracomment>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines. Enter opens the conversation there.</source>
        <extracomment>viewer/ui/all_chats/search.py</extracomment>
        <translation>
            <numerusform>%n ligne. Entrée ouvre la conversation à cet endroit.</numerusform>
            <numerusform>%n lignes. Entrée ouvre la conversation à cet endroit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages waiting.</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>
            <numerusform>%n message en attente.</numerusform>
            <numerusform>%n messages en attente.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <extracomment>viewer/ui/motion/dialog.py, viewer/ui/preferences/recording.py, viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more columns</source>
        <extracomment>viewer/ui/cards/table.py</extracomment>
        <translation>
            <numerusform>%n autre colonne</numerusform>
            <numerusform>%n autres colonnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new messages</source>
        <extracomment>viewer/ui/desktop/notifier.py</extracomment>
        <translation>
            <numerusform>%n nouveau message</numerusform>
            <numerusform>%n nouveaux messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures of {camera} are missing in its recording.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n image de {camera} manque dans son enregistrement.</numerusform>
            <numerusform>%n images de {camera} manquent dans son enregistrement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>
            <numerusform>%n reçu</numerusform>
            <numerusform>%n reçus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recordings are kept: {length}, {size}.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n enregistrement est gardé&#xa0;: {length}, {size}.</numerusform>
            <numerusform>%n enregistrements sont gardés&#xa0;: {length}, {size}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recordings are shown together at most.</source>
        <extracomment>viewer/ui/replay/window.py</extracomment>
        <translation>
            <numerusform>Au plus %n enregistrement est montré.</numerusform>
            <numerusform>Au plus %n enregistrements sont montrés ensemble.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records</source>
        <extracomment>viewer/ui/cards/rows.py</extracomment>
        <translation>
            <numerusform>%n enregistrement</numerusform>
            <numerusform>%n enregistrements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <extracomment>viewer/ui/motion/dialog.py, viewer/ui/preferences/recording.py</extracomment>
        <translation>
            <numerusform>%n seconde</numerusform>
            <numerusform>%n secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>
            <numerusform>%n envoyé</numerusform>
            <numerusform>%n envoyés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots are kept in {folder}.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n instantané est gardé dans {folder}.</numerusform>
            <numerusform>%n instantanés sont gardés dans {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <extracomment>viewer/ui/camera_list/model.py</extracomment>
        <translation>
            <numerusform>%n non lu</numerusform>
            <numerusform>%n non lus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread messages.</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>
            <numerusform>%n message non lu.</numerusform>
            <numerusform>%n messages non lus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <extracomment>viewer/ui/cards/plot.py</extracomment>
        <translation>
            <numerusform>%n valeur</numerusform>
            <numerusform>%n valeurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values, from {least} to {most}, the last {last}</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>
            <numerusform>%n valeur, de {least} à {most}, la dernière {last}</numerusform>
            <numerusform>%n valeurs, de {least} à {most}, la dernière {last}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values, none of them a number</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>
            <numerusform>%n valeur, aucun nombre</numerusform>
            <numerusform>%n valeurs, aucun nombre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>, or / for commands</source>
        <extracomment>viewer/ui/chat/foot.py</extracomment>
        <translation>, ou / pour les commandes</translation>
    </message>
    <message>
        <source>, the first {sides} of it</source>
        <extracomment>viewer/ui/cards/rows.py</extracomment>
        <translation>, dont les premiers {sides}</translation>
    </message>
    <message>
        <source>, {percent:.0f} percent done</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>, {percent:.0f} pour cent faits</translation>
    </message>
    <message>
        <source>/help shows what there is.</source>
        <extracomment>camwire/commands/reading.py</extracomment>
        <translation>/help montre ce qu’il y a.</translation>
    </message>
    <message>
        <source>/{command} has no argument {name}.</source>
        <extracomment>camwire/commands/problems.py</extracomment>
        <translation>/{command} n’a pas d’argument {name}.</translation>
    </message>
    <message>
        <source>/{command} takes no arguments.</source>
        <extracomment>camwire/commands/problems.py</extracomment>
        <translation>/{command} ne prend pas d’argument.</translation>
    </message>
    <message>
        <source>/{command} takes no more than one argument: {usage}</source>
        <extracomment>camwire/commands/problems.py</extracomment>
        <translation>/{command} prend au plus un argument&#xa0;: {usage}</translation>
    </message>
    <message>
        <source>/{command} takes no more than {count} arguments: {usage}</source>
        <extracomment>camwire/commands/problems.py</extracomment>
        <translation>/{command} prend au plus {count} arguments&#xa0;: {usage}</translation>
    </message>
    <message>
        <source>0 is the first webcam there, picamera the camera of a Raspberry Pi; watchword-camera --list-sources tells what else there is.</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>0 y est la première webcam, picamera la caméra d’un Raspberry Pi&#xa0;; watchword-camera --list-sources dit ce qu’il y a d’autre.</translation>
    </message>
    <message>
        <source>5 seconds back (←)</source>
        <extracomment>viewer/ui/replay/transport.py</extracomment>
        <translation>5 secondes en arrière (←)</translation>
    </message>
    <message>
        <source>5 seconds on (→)</source>
        <extracomment>viewer/ui/replay/transport.py</extracomment>
        <translation>5 secondes en avant (→)</translation>
    </message>
    <message>
        <source>; {count:,} more</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>&#xa0;; {count:,} autres</translation>
    </message>
    <message>
        <source>A Watchword camera</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Une caméra Watchword</translation>
    </message>
    <message>
        <source>A camera is any computer that runs &lt;code&gt;watchword-camera&lt;/code&gt;, or a script of VidGear or imagezmq.</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Une caméra est tout ordinateur où tourne &lt;code&gt;watchword-camera&lt;/code&gt;, ou un script de VidGear ou d’imagezmq.</translation>
    </message>
    <message>
        <source>A camera of this computer</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Une caméra de cet ordinateur</translation>
    </message>
    <message>
        <source>A camera of this computer…</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Une caméra de cet ordinateur…</translation>
    </message>
    <message>
        <source>A camera of this wall</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Une caméra de ce mur</translation>
    </message>
    <message>
        <source>A camera that called at port {port} from {address} uses the id of another one, and has not its key. It was not let in: somebody may pass for it. If it was set up anew, pair with it again.</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Une caméra qui a appelé au port {port} depuis {address} prend l’identifiant d’une autre sans avoir sa clé. Elle n’a pas été admise : quelqu’un se fait peut-être passer pour elle. Si elle a été réinstallée, associez-la de nouveau.</translation>
    </message>
    <message>
        <source>A camera that this viewer is not paired with knocked at port {port}, and was not let in. Pair with it first, or end it.</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Une caméra non associée a frappé au port {port}, et n’a pas été admise. Associez-la d’abord, ou arrêtez-la.</translation>
    </message>
    <message>
        <source>A camera using another pattern knocked at port {port}. {expected} Change the pattern in its script, or listen for it at another port; then restart the script: once refused, it may not call again.</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Une caméra d’un autre motif a frappé au port {port}. {expected} Changez le motif dans son script, ou écoutez-la sur un autre port&#xa0;; puis redémarrez le script&#xa0;: une fois refusée, elle pourrait ne plus appeler.</translation>
    </message>
    <message>
        <source>A camera with other security or keys knocked at port {port}, and was not let in. Both ends need the same secure_mode and the same key files. Then restart its script.</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Une caméra d’une autre sécurité ou d’autres clés a frappé au port {port} et n’a pas été admise. Il faut des deux côtés le même secure_mode et les mêmes fichiers de clés. Puis redémarrez son script.</translation>
    </message>
    <message>
        <source>A code is four digits and two words, like 4821-river-candle.</source>
        <extracomment>camwire/pairing/code.py</extracomment>
        <translation>Un code se compose de quatre chiffres et de deux mots, comme 4821-river-candle.</translation>
    </message>
    <message>
        <source>A command begins with /.</source>
        <extracomment>camwire/commands/reading.py</extracomment>
        <translation>Une commande commence par /.</translation>
    </message>
    <message>
        <source>A group needs a name. Write one.</source>
        <extracomment>viewer/core/wall/groups.py</extracomment>
        <translation>Un groupe a besoin d’un nom. Écrivez-en un.</translation>
    </message>
    <message>
        <source>A layout needs a name. Write one.</source>
        <extracomment>viewer/core/wall/layouts.py</extracomment>
        <translation>Une disposition a besoin d’un nom. Écrivez-en un.</translation>
    </message>
    <message>
        <source>A recording then begins so long before you press R. It takes memory and network all the time.</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Un enregistrement commence alors d&apos;autant plus tôt avant l&apos;appui sur R. Cela prend sans cesse de la mémoire et du réseau.</translation>
    </message>
    <message>
        <source>A video file</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Un fichier vidéo</translation>
    </message>
    <message>
        <source>A wall of live cameras that you can talk to.</source>
        <extracomment>viewer/ui/dialogs/about.py</extracomment>
        <translation>Un mur de caméras en direct auxquelles on peut parler.</translation>
    </message>
    <message>
        <source>A webcam of this computer, a camera with an address, or a script of VidGear or imagezmq.</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Une webcam de cet ordinateur, une caméra avec une adresse, ou un script de VidGear ou d’imagezmq.</translation>
    </message>
    <message>
        <source>About Watchword</source>
        <extracomment>viewer/ui/dialogs/about.py, viewer/core/actions.py</extracomment>
        <translation>À propos de Watchword</translation>
    </message>
    <message>
        <source>About this picture</source>
        <extracomment>viewer/ui/chat/pinning.py</extracomment>
        <translation>À propos de cette image</translation>
    </message>
    <message numerus="yes">
        <source>Add %n cameras</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>
            <numerusform>Ajouter %n caméra</numerusform>
            <numerusform>Ajouter %n caméras</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a camera</source>
        <extracomment>viewer/ui/bar.py, viewer/ui/dialogs/add.py, viewer/ui/empty_state.py</extracomment>
        <translation>Ajouter une caméra</translation>
    </message>
    <message>
        <source>Add a camera of this computer</source>
        <extracomment>viewer/ui/dialogs/own.py</extracomment>
        <translation>Ajouter une caméra de cet ordinateur</translation>
    </message>
    <message>
        <source>Add a camera of this computer…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Ajouter une caméra de cet ordinateur…</translation>
    </message>
    <message>
        <source>Add by address…</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Ajouter par adresse…</translation>
    </message>
    <message>
        <source>Add camera</source>
        <extracomment>viewer/ui/bar.py, viewer/ui/dialogs/add.py, viewer/ui/dialogs/find.py, viewer/ui/dialogs/own.py</extracomment>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add camera…</source>
        <extracomment>viewer/ui/empty_state.py, viewer/core/actions.py</extracomment>
        <translation>Ajouter une caméra…</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>viewer/ui/dialogs/add.py, viewer/ui/dialogs/find.py, viewer/ui/pairing/which_camera.py</extracomment>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Add…</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Age</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Age when shown: {half} ms or less in half of the pictures, {most} ms or less in 95 of 100</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Âge à l&apos;affichage : {half} ms au plus pour la moitié des images, {most} ms au plus pour 95 sur 100</translation>
    </message>
    <message>
        <source>Age: not known</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Âge : inconnu</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>All cameras</source>
        <extracomment>viewer/ui/camera_list/panel.py</extracomment>
        <translation>Toutes les caméras</translation>
    </message>
    <message>
        <source>All cameras are on this page.</source>
        <extracomment>viewer/ui/layouts/wall_actions.py</extracomment>
        <translation>Toutes les caméras sont sur cette page.</translation>
    </message>
    <message>
        <source>All that goes to and fro is encrypted from now on.</source>
        <extracomment>viewer/ui/pairing/outcome.py</extracomment>
        <translation>Tout ce qui va et vient est désormais chiffré.</translation>
    </message>
    <message>
        <source>All, with those that come later</source>
        <extracomment>viewer/ui/layouts/save_dialog.py</extracomment>
        <translation>Toutes, avec celles qui viendront</translation>
    </message>
    <message>
        <source>Always</source>
        <extracomment>viewer/ui/dialogs/shortcuts.py</extracomment>
        <translation>Toujours</translation>
    </message>
    <message>
        <source>Another address…</source>
        <extracomment>viewer/ui/pairing/which_camera.py</extracomment>
        <translation>Autre adresse…</translation>
    </message>
    <message>
        <source>Another camera may be here now.</source>
        <extracomment>viewer/core/talk/talk.py</extracomment>
        <translation>Une autre caméra est peut-être ici maintenant.</translation>
    </message>
    <message>
        <source>Another key</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Autre clé</translation>
    </message>
    <message>
        <source>Answer</source>
        <extracomment>viewer/ui/all_chats/receipt_table.py</extracomment>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>April</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>avril</translation>
    </message>
    <message>
        <source>Archives (*.zip)</source>
        <extracomment>viewer/ui/replay/exporting.py</extracomment>
        <translation>Archives (*.zip)</translation>
    </message>
    <message>
        <source>Arrows</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Flèches</translation>
    </message>
    <message>
        <source>As many as can be seen well</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>Autant qu’on peut bien en voir</translation>
    </message>
    <message>
        <source>As shown on the wall</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Comme affiché sur le mur</translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>viewer/ui/look/language.py, viewer/ui/preferences/general.py</extracomment>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Ask before quitting while recording</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Demander avant de quitter un enregistrement</translation>
    </message>
    <message>
        <source>Ask me the next time, too</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Me le demander aussi la prochaine fois</translation>
    </message>
    <message>
        <source>August</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>août</translation>
    </message>
    <message>
        <source>Automatic exposure</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Exposition automatique</translation>
    </message>
    <message>
        <source>Automatic layout</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Disposition automatique</translation>
    </message>
    <message>
        <source>Automatic white balance</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Balance des blancs automatique</translation>
    </message>
    <message>
        <source>Back to the wall</source>
        <extracomment>viewer/ui/actions/camera_actions.py, viewer/ui/wall/tile_buttons.py</extracomment>
        <translation>Retour au mur</translation>
    </message>
    <message>
        <source>Back to the wall (Enter)</source>
        <extracomment>viewer/ui/wall/tile_buttons.py</extracomment>
        <translation>Retour au mur (Entrée)</translation>
    </message>
    <message>
        <source>Back to {text}</source>
        <extracomment>viewer/ui/controls/row.py</extracomment>
        <translation>Revenir à {text}</translation>
    </message>
    <message>
        <source>Backlight</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Contre-jour</translation>
    </message>
    <message>
        <source>Blue</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Brightness</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Luminosité</translation>
    </message>
    <message>
        <source>By hand</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>À la main</translation>
    </message>
    <message>
        <source>By themselves after {time}</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>Toutes seules après {time}</translation>
    </message>
    <message>
        <source>Camera</source>
        <extracomment>viewer/ui/all_chats/receipt_table.py, viewer/ui/chat/model.py, viewer/ui/dialogs/find.py, viewer/ui/pairing/pair_dialog.py, viewer/ui/pairing/which_camera.py</extracomment>
        <translation>Caméra</translation>
    </message>
    <message>
        <source>Camera settings</source>
        <extracomment>viewer/ui/wall/tile_buttons.py, viewer/core/actions.py</extracomment>
        <translation>Réglages de la caméra</translation>
    </message>
    <message>
        <source>Camera settings (A)</source>
        <extracomment>viewer/ui/wall/tile_buttons.py</extracomment>
        <translation>Réglages de la caméra (A)</translation>
    </message>
    <message>
        <source>Cameras</source>
        <extracomment>viewer/ui/camera_list/panel.py, viewer/ui/layouts/now_form.py, viewer/ui/layouts/save_dialog.py, viewer/ui/main_menu.py, viewer/core/actions.py</extracomment>
        <translation>Caméras</translation>
    </message>
    <message>
        <source>Cameras are shown in full screen</source>
        <extracomment>viewer/ui/desktop/awake_bus.py</extracomment>
        <translation>Des caméras sont affichées en plein écran</translation>
    </message>
    <message>
        <source>Cameras cannot be found here: the package zeroconf is not installed.</source>
        <extracomment>viewer/core/finding/finding.py</extracomment>
        <translation>On ne peut pas chercher de caméras ici&#xa0;: le paquet zeroconf n’est pas installé.</translation>
    </message>
    <message>
        <source>Cameras may call at {ports}. Each gets a tile.</source>
        <extracomment>viewer/ui/asking.py</extracomment>
        <translation>Les caméras peuvent appeler à {ports}. Chacune reçoit une tuile.</translation>
    </message>
    <message>
        <source>Cameras on your network</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Caméras de votre réseau</translation>
    </message>
    <message>
        <source>Cameras that this viewer is paired with</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Caméras auxquelles cette visionneuse est associée</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>viewer/ui/cards/file.py, viewer/ui/cards/running.py, viewer/ui/chat/bubbles.py, viewer/ui/chat/deeds.py, viewer/ui/dialogs/base.py</extracomment>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cannot listen at {endpoint}: {why}.</source>
        <extracomment>camwire/sockets.py</extracomment>
        <translation>Impossible d’écouter sur {endpoint}&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>Change places with it</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Échanger de place avec elle</translation>
    </message>
    <message>
        <source>Chat</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Discussion</translation>
    </message>
    <message>
        <source>Chat (C)</source>
        <extracomment>viewer/ui/wall/tile_buttons.py</extracomment>
        <translation>Discussion (C)</translation>
    </message>
    <message>
        <source>Choose a camera…</source>
        <extracomment>viewer/ui/pairing/which_camera.py</extracomment>
        <translation>Choisir une caméra…</translation>
    </message>
    <message>
        <source>Choose a recording.</source>
        <extracomment>viewer/ui/replay/player.py</extracomment>
        <translation>Choisissez un enregistrement.</translation>
    </message>
    <message>
        <source>Choose a shorter name: at most {count} characters.</source>
        <extracomment>viewer/core/controls/presets.py</extracomment>
        <translation>Choisissez un nom plus court&#xa0;: {count} caractères au plus.</translation>
    </message>
    <message>
        <source>Choose a video</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Choisir une vidéo</translation>
    </message>
    <message>
        <source>Choose …</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Choisir …</translation>
    </message>
    <message>
        <source>Choose…</source>
        <extracomment>viewer/ui/pairing/move_dialog.py, viewer/ui/preferences/recording.py</extracomment>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>viewer/ui/look/clearing.py</extracomment>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Click to let it go</source>
        <extracomment>viewer/ui/controls/row.py</extracomment>
        <translation>Cliquez pour l’enlever</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>viewer/ui/all_chats/round.py, viewer/ui/camera_list/list_actions.py, viewer/ui/camera_list/panel.py, viewer/ui/dialogs/about.py, viewer/ui/dialogs/shortcuts.py, viewer/ui/dialogs/show.py, viewer/ui/layouts/edit_dialog.py, viewer/ui/pairing/pair_dialog.py, viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close camera settings</source>
        <extracomment>viewer/ui/actions/talk_actions.py, viewer/ui/controls/panel.py</extracomment>
        <translation>Fermer les réglages de la caméra</translation>
    </message>
    <message>
        <source>Close camera settings (Ctrl+W)</source>
        <extracomment>viewer/ui/controls/panel.py</extracomment>
        <translation>Fermer les réglages de la caméra (Ctrl+W)</translation>
    </message>
    <message>
        <source>Close chat</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Fermer la discussion</translation>
    </message>
    <message>
        <source>Close chat (Ctrl+W)</source>
        <extracomment>viewer/ui/chat/head.py</extracomment>
        <translation>Fermer la discussion (Ctrl+W)</translation>
    </message>
    <message>
        <source>Close that program</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>Fermez ce programme</translation>
    </message>
    <message>
        <source>Closing the window leaves the icon there</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>L’icône reste là quand la fenêtre est fermée</translation>
    </message>
    <message>
        <source>Code</source>
        <extracomment>viewer/ui/pairing/pair_dialog.py</extracomment>
        <translation>Code</translation>
    </message>
    <message>
        <source>Colour temperature</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Température de couleur</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <extracomment>viewer/ui/wall/not_live.py</extracomment>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Contrast</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Conversation</source>
        <extracomment>viewer/ui/chat/view.py, viewer/ui/replay/conversation.py, viewer/ui/replay/transport.py</extracomment>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Conversations are kept again.</source>
        <extracomment>viewer/app.py</extracomment>
        <translation>Les conversations sont de nouveau gardées.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>viewer/ui/dialogs/about.py, viewer/ui/dialogs/picture.py</extracomment>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy address</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Copy table</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>Copier le tableau</translation>
    </message>
    <message>
        <source>Copy text</source>
        <extracomment>viewer/ui/chat/deeds.py</extracomment>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Copy the picture (Ctrl+C)</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>Copier l’image (Ctrl+C)</translation>
    </message>
    <message>
        <source>Ctrl+arrows</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Ctrl+flèches</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>December</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>décembre</translation>
    </message>
    <message>
        <source>Default</source>
        <extracomment>viewer/ui/dialogs/shortcuts.py</extracomment>
        <translation>Par défaut</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>viewer/ui/controls/preset_menu.py, viewer/ui/replay/delete_dialog.py</extracomment>
        <translation>Supprimer</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n recordings?</source>
        <extracomment>viewer/ui/replay/delete_dialog.py</extracomment>
        <translation>
            <numerusform>Supprimer %n enregistrement&#xa0;?</numerusform>
            <numerusform>Supprimer %n enregistrements&#xa0;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete recordings</source>
        <extracomment>viewer/ui/replay/delete_dialog.py</extracomment>
        <translation>Supprimer des enregistrements</translation>
    </message>
    <message>
        <source>Delete…</source>
        <extracomment>viewer/ui/replay/window.py</extracomment>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Demo film: Big Buck Bunny, © Blender Foundation, CC BY 3.0. Typeface: Inter, © The Inter Project Authors, SIL Open Font License 1.1. Qt and PySide6: LGPL 3.</source>
        <extracomment>viewer/ui/dialogs/about.py</extracomment>
        <translation>Film de démonstration&#xa0;: Big Buck Bunny, © Blender Foundation, CC BY 3.0. Police&#xa0;: Inter, © The Inter Project Authors, SIL Open Font License 1.1. Qt et PySide6&#xa0;: LGPL 3.</translation>
    </message>
    <message>
        <source>Did you mean /{near}?</source>
        <extracomment>camwire/commands/reading.py</extracomment>
        <translation>Vouliez-vous dire /{near}&#xa0;?</translation>
    </message>
    <message>
        <source>Did you mean {near}?</source>
        <extracomment>camwire/commands/problems.py</extracomment>
        <translation>Vouliez-vous dire {near}&#xa0;?</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <extracomment>viewer/ui/notice.py</extracomment>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Do not send</source>
        <extracomment>viewer/ui/chat/deeds.py</extracomment>
        <translation>Ne pas envoyer</translation>
    </message>
    <message>
        <source>Doors</source>
        <extracomment>viewer/ui/layouts/group_dialog.py</extracomment>
        <translation>Portes</translation>
    </message>
    <message>
        <source>Drag a frame around what matters; double-click for the whole picture.</source>
        <extracomment>viewer/ui/motion/dialog.py</extracomment>
        <translation>Tracez un cadre autour de ce qui compte&#xa0;; double-clic pour l’image entière.</translation>
    </message>
    <message>
        <source>Drag cameras from the list into this window, or choose “Show in another window” in the menu of one.</source>
        <extracomment>viewer/ui/wall_window.py</extracomment>
        <translation>Faites glisser des caméras de la liste dans cette fenêtre, ou choisissez «&#xa0;Montrer dans une autre fenêtre&#xa0;» dans le menu de l’une d’elles.</translation>
    </message>
    <message>
        <source>Earlier (Enter)</source>
        <extracomment>viewer/ui/chat/search.py</extracomment>
        <translation>Plus tôt (Entrée)</translation>
    </message>
    <message>
        <source>Edit</source>
        <extracomment>viewer/ui/cards/failure.py, viewer/ui/chat/deeds.py</extracomment>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Entrance by night</source>
        <extracomment>viewer/ui/layouts/save_dialog.py</extracomment>
        <translation>Entrée la nuit</translation>
    </message>
    <message>
        <source>Every picture was shown.</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Chaque image a été montrée.</translation>
    </message>
    <message>
        <source>Everything is read.</source>
        <extracomment>viewer/ui/actions/talk_actions.py</extracomment>
        <translation>Tout est lu.</translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Export layout</source>
        <extracomment>viewer/ui/layouts/files.py</extracomment>
        <translation>Exporter la disposition</translation>
    </message>
    <message>
        <source>Export recordings</source>
        <extracomment>viewer/ui/replay/exporting.py</extracomment>
        <translation>Exporter des enregistrements</translation>
    </message>
    <message>
        <source>Export the key of this viewer</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Exporter la clé de cette visionneuse</translation>
    </message>
    <message>
        <source>Exported to {file}.</source>
        <extracomment>viewer/ui/replay/exporting.py</extracomment>
        <translation>Exporté dans {file}.</translation>
    </message>
    <message>
        <source>Exporting… {percent} %</source>
        <extracomment>viewer/ui/replay/exporting.py</extracomment>
        <translation>Exportation… {percent} %</translation>
    </message>
    <message>
        <source>Export…</source>
        <extracomment>viewer/ui/layouts/edit_dialog.py, viewer/ui/pairing/paired_dialog.py, viewer/ui/replay/window.py</extracomment>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Exposure</source>
        <extracomment>viewer/core/controls/groups.py, viewer/core/controls/titles.py</extracomment>
        <translation>Exposition</translation>
    </message>
    <message>
        <source>Exposure auto</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Exposition automatique</translation>
    </message>
    <message>
        <source>Exposure compensation</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Correction d’exposition</translation>
    </message>
    <message>
        <source>Exposure slows rate</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>L’exposition ralentit la cadence</translation>
    </message>
    <message>
        <source>Exposure time</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Temps d’exposition</translation>
    </message>
    <message>
        <source>Exposure time is</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Le temps d’exposition est</translation>
    </message>
    <message>
        <source>Exposure time or gain first</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>D’abord temps d’exposition ou gain</translation>
    </message>
    <message>
        <source>Failed: </source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>Échec&#xa0;: </translation>
    </message>
    <message>
        <source>February</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>février</translation>
    </message>
    <message>
        <source>Figures for developers</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Chiffres pour développeurs</translation>
    </message>
    <message>
        <source>Figures on every tile</source>
        <extracomment>viewer/ui/bar.py</extracomment>
        <translation>Chiffres sur chaque tuile</translation>
    </message>
    <message>
        <source>File</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>File {name}</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>Fichier {name}</translation>
    </message>
    <message>
        <source>File: {name}</source>
        <extracomment>viewer/ui/desktop/notifier.py</extracomment>
        <translation>Fichier&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Files cannot be sent to this camera, only text.</source>
        <extracomment>viewer/ui/chat/enclosing.py</extracomment>
        <translation>On ne peut pas envoyer de fichiers à cette caméra, seulement du texte.</translation>
    </message>
    <message>
        <source>Find</source>
        <extracomment>viewer/ui/chat/search.py</extracomment>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Find a camera or a day</source>
        <extracomment>viewer/ui/replay/window.py</extracomment>
        <translation>Chercher une caméra ou un jour</translation>
    </message>
    <message>
        <source>Find cameras</source>
        <extracomment>viewer/ui/dialogs/find.py, viewer/ui/empty_state.py</extracomment>
        <translation>Trouver des caméras</translation>
    </message>
    <message>
        <source>Find cameras…</source>
        <extracomment>viewer/ui/empty_state.py, viewer/core/actions.py</extracomment>
        <translation>Trouver des caméras…</translation>
    </message>
    <message>
        <source>Find in the conversation</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Chercher dans la conversation</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <extracomment>viewer/ui/chat/search.py</extracomment>
        <translation>Chercher dans cette conversation</translation>
    </message>
    <message>
        <source>Find in this conversation (Ctrl+F)</source>
        <extracomment>viewer/ui/chat/head.py</extracomment>
        <translation>Chercher dans cette conversation (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find…</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Chercher…</translation>
    </message>
    <message>
        <source>Fit</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Flicker of lamps</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Scintillement des lampes</translation>
    </message>
    <message>
        <source>Flip</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Inversion</translation>
    </message>
    <message>
        <source>Focus</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Mise au point</translation>
    </message>
    <message>
        <source>Focus and zoom</source>
        <extracomment>viewer/core/controls/groups.py</extracomment>
        <translation>Mise au point et zoom</translation>
    </message>
    <message>
        <source>Focus area</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Zone de mise au point</translation>
    </message>
    <message>
        <source>Focus area, across</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Zone de mise au point, horizontale</translation>
    </message>
    <message>
        <source>Focus area, down</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Zone de mise au point, verticale</translation>
    </message>
    <message>
        <source>Focus area, size</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Zone de mise au point, taille</translation>
    </message>
    <message>
        <source>Focus auto</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Mise au point auto</translation>
    </message>
    <message>
        <source>Focus distance</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Distance de mise au point</translation>
    </message>
    <message>
        <source>Focus once now</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Faire la mise au point</translation>
    </message>
    <message>
        <source>Focus range</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Plage de mise au point</translation>
    </message>
    <message>
        <source>Focus speed</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Vitesse de mise au point</translation>
    </message>
    <message>
        <source>Fold {key}</source>
        <extracomment>viewer/ui/cards/tree.py</extracomment>
        <translation>Replier {key}</translation>
    </message>
    <message>
        <source>Folder of recordings</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Dossier des enregistrements</translation>
    </message>
    <message>
        <source>Folder of snapshots</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Dossier des instantanés</translation>
    </message>
    <message>
        <source>Forget</source>
        <extracomment>viewer/ui/pairing/forget_dialog.py</extracomment>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>Forget a pairing</source>
        <extracomment>viewer/ui/pairing/forget_dialog.py</extracomment>
        <translation>Oublier une association</translation>
    </message>
    <message>
        <source>Forget {name}?</source>
        <extracomment>viewer/ui/pairing/forget_dialog.py</extracomment>
        <translation>Oublier {name} ?</translation>
    </message>
    <message>
        <source>Forget…</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Oublier…</translation>
    </message>
    <message>
        <source>Format: {text}</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Format : {text}</translation>
    </message>
    <message>
        <source>Four cameras on this computer that answer when you talk.</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Quatre caméras sur cet ordinateur qui répondent quand vous parlez.</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Cadence d’images</translation>
    </message>
    <message>
        <source>From {left} to {right} % of the width, from {top} to {bottom} % of the height</source>
        <extracomment>viewer/ui/motion/region_field.py</extracomment>
        <translation>De {left} à {right} % de la largeur, de {top} à {bottom} % de la hauteur</translation>
    </message>
    <message>
        <source>Full screen</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Gain</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Gain</translation>
    </message>
    <message>
        <source>Gain auto</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Gain automatique</translation>
    </message>
    <message>
        <source>Gain is</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Le gain est</translation>
    </message>
    <message>
        <source>Gamma</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>General</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Général</translation>
    </message>
    <message>
        <source>Get the file</source>
        <extracomment>viewer/ui/cards/file.py, viewer/ui/chat/deeds.py</extracomment>
        <translation>Obtenir le fichier</translation>
    </message>
    <message>
        <source>Give the preset a name, such as Night.</source>
        <extracomment>viewer/core/controls/presets.py</extracomment>
        <translation>Donnez un nom au profil, par exemple Nuit.</translation>
    </message>
    <message>
        <source>Go to the camera beside</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Aller à la caméra voisine</translation>
    </message>
    <message>
        <source>Group</source>
        <extracomment>viewer/ui/camera_list/panel.py</extracomment>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Groups</source>
        <extracomment>viewer/ui/layouts/group_dialog.py</extracomment>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Groups of {camera}</source>
        <extracomment>viewer/ui/layouts/group_dialog.py</extracomment>
        <translation>Groupes de {camera}</translation>
    </message>
    <message>
        <source>Group…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Groupe…</translation>
    </message>
    <message>
        <source>Guide</source>
        <extracomment>viewer/ui/guide/window.py, viewer/core/actions.py</extracomment>
        <translation>Guide</translation>
    </message>
    <message>
        <source>H.264 pictures in {count:,} parts, too much work to decode</source>
        <extracomment>viewer/core/decoders/h264.py</extracomment>
        <translation>des images H.264 en {count:,} parties, trop de travail à décoder</translation>
    </message>
    <message>
        <source>H.264 pictures that build on one that is not here</source>
        <extracomment>viewer/core/decoders/h264.py</extracomment>
        <translation>des images H.264 qui s’appuient sur une image absente</translation>
    </message>
    <message>
        <source>H.264 pictures, which need PyAV here: pip install &apos;.[viewer,h264]&apos; in the checkout</source>
        <extracomment>viewer/core/decoders/h264.py</extracomment>
        <translation>des images H.264, qui demandent PyAV ici&#xa0;: pip install &apos;.[viewer,h264]&apos; dans le dossier source</translation>
    </message>
    <message>
        <source>Heard only by a sender in bidirectional mode.</source>
        <extracomment>camwire/dialects/netgear.py</extracomment>
        <translation>Seul un émetteur en bidirectional_mode l’entend.</translation>
    </message>
    <message>
        <source>High dynamic range</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Grande plage dynamique</translation>
    </message>
    <message>
        <source>Highlights or shadows</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Hautes lumières ou ombres</translation>
    </message>
    <message>
        <source>Hold the focus</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Garder la mise au point</translation>
    </message>
    <message>
        <source>How it comes</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Comment elle vient</translation>
    </message>
    <message>
        <source>How long is recorded</source>
        <extracomment>viewer/ui/motion/dialog.py</extracomment>
        <translation>Durée de l’enregistrement</translation>
    </message>
    <message>
        <source>Hue</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Teinte</translation>
    </message>
    <message>
        <source>If it runs already, this network does not pass on what cameras say, or they are on another one: add it by its address.</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Si elle tourne déjà, ce réseau ne transmet pas ce que disent les caméras, ou elle est sur un autre&#xa0;: ajoutez-la par son adresse.</translation>
    </message>
    <message>
        <source>Import</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Import the key of another viewer</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Importer la clé d’une autre visionneuse</translation>
    </message>
    <message>
        <source>Import…</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>In the camera&apos;s full size</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>En pleine taille de la caméra</translation>
    </message>
    <message>
        <source>In the picture: click to focus there, drag a frame or turn the wheel to zoom, Shift and drag to focus.</source>
        <extracomment>viewer/core/controls/hint.py</extracomment>
        <translation>Dans l’image&#xa0;: cliquez pour y faire la mise au point, tracez un cadre ou tournez la molette pour zoomer, Maj et tracé pour la mise au point.</translation>
    </message>
    <message>
        <source>In the picture: click to focus there, or drag a frame to focus on it.</source>
        <extracomment>viewer/core/controls/hint.py</extracomment>
        <translation>Dans l’image&#xa0;: cliquez pour y faire la mise au point, ou tracez un cadre.</translation>
    </message>
    <message>
        <source>In the picture: drag a frame or turn the wheel to zoom.</source>
        <extracomment>viewer/core/controls/hint.py</extracomment>
        <translation>Dans l’image&#xa0;: tracez un cadre ou tournez la molette pour zoomer.</translation>
    </message>
    <message>
        <source>In the script on the camera&apos;s computer, use this line.</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Dans le script sur l’ordinateur de la caméra, mettez cette ligne.</translation>
    </message>
    <message>
        <source>In the script on this computer, use this line.</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Dans le script sur cet ordinateur, mettez cette ligne.</translation>
    </message>
    <message>
        <source>It calls the wall (from behind a router)</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Elle appelle le mur (derrière un routeur)</translation>
    </message>
    <message>
        <source>It carries no text to the camera.</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Il ne transmet pas de texte à la caméra.</translation>
    </message>
    <message>
        <source>It ends for good when it is not answered for 15 s.</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Sans réponse pendant 15 s, il s’arrête pour de bon.</translation>
    </message>
    <message>
        <source>It failed, and no reason was said.</source>
        <extracomment>viewer/ui/cards/failure.py</extracomment>
        <translation>Échec, sans raison donnée.</translation>
    </message>
    <message>
        <source>It has no command {command}.</source>
        <extracomment>viewer/core/round.py</extracomment>
        <translation>Elle n’a pas de commande {command}.</translation>
    </message>
    <message>
        <source>It has not been here yet, so nobody knows its commands. Try again when it is here.</source>
        <extracomment>viewer/core/round.py</extracomment>
        <translation>Elle n’est pas encore venue&#xa0;: nul ne connaît ses commandes. Réessayez quand elle est là.</translation>
    </message>
    <message>
        <source>It has the size of one tile already.</source>
        <extracomment>viewer/ui/layouts/wall_actions.py</extracomment>
        <translation>Elle a déjà la taille d’une tuile.</translation>
    </message>
    <message>
        <source>It is being recorded.</source>
        <extracomment>viewer/ui/wall/line_marks.py</extracomment>
        <translation>Elle est enregistrée.</translation>
    </message>
    <message>
        <source>It is being recorded. Stop that first.</source>
        <extracomment>viewer/ui/replay/window.py</extracomment>
        <translation>Il est en cours d’enregistrement. Arrêtez-le d’abord.</translation>
    </message>
    <message>
        <source>It is kept on this computer, for this camera. What the camera sets by itself now is left to it. A preset of the same name is replaced.</source>
        <extracomment>viewer/ui/controls/preset_menu.py</extracomment>
        <translation>Il est gardé sur cet ordinateur, pour cette caméra. Ce que la caméra règle elle-même lui est laissé. Un profil du même nom est remplacé.</translation>
    </message>
    <message>
        <source>It is shown with {keys}.</source>
        <extracomment>viewer/ui/layouts/save_dialog.py</extracomment>
        <translation>Elle s’affiche avec {keys}.</translation>
    </message>
    <message>
        <source>It may have reached the camera already, so it cannot be taken back.</source>
        <extracomment>viewer/ui/chat/deeds.py</extracomment>
        <translation>Cela a pu déjà atteindre la caméra et ne peut être repris.</translation>
    </message>
    <message>
        <source>It runs while this window is open, only for this computer, and comes again next time.</source>
        <extracomment>viewer/ui/dialogs/own.py</extracomment>
        <translation>Elle tourne tant que cette fenêtre est ouverte, pour cet ordinateur seul, et reviendra la prochaine fois.</translation>
    </message>
    <message>
        <source>It takes no commands.</source>
        <extracomment>viewer/core/round.py</extracomment>
        <translation>Elle ne prend pas de commandes.</translation>
    </message>
    <message>
        <source>It takes the place of {name}.</source>
        <extracomment>viewer/ui/layouts/save_dialog.py</extracomment>
        <translation>Elle remplace {name}.</translation>
    </message>
    <message>
        <source>It was known by: {words}</source>
        <extracomment>viewer/ui/pairing/outcome.py</extracomment>
        <translation>Elle était connue par : {words}</translation>
    </message>
    <message>
        <source>It was not saved: {file}, {why}. Try another folder.</source>
        <extracomment>viewer/ui/chat/saving.py</extracomment>
        <translation>Non enregistré&#xa0;: {file}, {why}. Essayez un autre dossier.</translation>
    </message>
    <message>
        <source>It was not sent.</source>
        <extracomment>viewer/ui/chat/line_content.py</extracomment>
        <translation>Cela n’a pas été envoyé.</translation>
    </message>
    <message>
        <source>It was removed from the wall.</source>
        <extracomment>viewer/core/round.py</extracomment>
        <translation>Elle a été retirée du mur.</translation>
    </message>
    <message>
        <source>It will be back when it calls again.</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>Elle reviendra quand elle rappellera.</translation>
    </message>
    <message>
        <source>Its cameras stay on the wall, and show nothing until you pair with them again. The camera still knows this viewer; on its computer, watchword-camera revoke ends that, too.</source>
        <extracomment>viewer/ui/pairing/forget_dialog.py</extracomment>
        <translation>Ses caméras restent sur le mur, et ne montrent rien tant que vous ne les associez pas de nouveau. La caméra connaît encore cette visionneuse ; sur son ordinateur, watchword-camera revoke y met fin aussi.</translation>
    </message>
    <message>
        <source>Its key can be taken to another computer, in a file.</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Sa clé peut être emportée sur un autre ordinateur, dans un fichier.</translation>
    </message>
    <message>
        <source>Its key, as it says: {words}</source>
        <extracomment>viewer/ui/pairing/which_camera.py</extracomment>
        <translation>Sa clé, d’après elle : {words}</translation>
    </message>
    <message>
        <source>Its key: {words}</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Sa clé : {words}</translation>
    </message>
    <message>
        <source>Its notifications are muted.</source>
        <extracomment>viewer/ui/wall/line_marks.py</extracomment>
        <translation>Ses notifications sont coupées.</translation>
    </message>
    <message>
        <source>Its own camera</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>Sa propre caméra</translation>
    </message>
    <message>
        <source>Its program on this computer ends, too.</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Son programme sur cet ordinateur s’arrête aussi.</translation>
    </message>
    <message>
        <source>JPEG pictures of {width:,} × {height:,} pixels in {scans:,} scans, too much work to decode</source>
        <extracomment>camwire/jpegs.py</extracomment>
        <translation>des images JPEG de {width:,} × {height:,} pixels en {scans:,} passes, trop de travail à décoder</translation>
    </message>
    <message>
        <source>JPEG, as it came (*.jpg)</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>JPEG, tel quel (*.jpg)</translation>
    </message>
    <message>
        <source>January</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>janvier</translation>
    </message>
    <message>
        <source>July</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>juillet</translation>
    </message>
    <message>
        <source>June</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>juin</translation>
    </message>
    <message>
        <source>Keep</source>
        <extracomment>viewer/ui/controls/preset_menu.py</extracomment>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Keep these settings</source>
        <extracomment>viewer/ui/controls/preset_menu.py</extracomment>
        <translation>Garder ces réglages</translation>
    </message>
    <message>
        <source>Keep these settings…</source>
        <extracomment>viewer/ui/controls/preset_menu.py</extracomment>
        <translation>Garder ces réglages…</translation>
    </message>
    <message>
        <source>Key of the camera: {words}</source>
        <extracomment>viewer/ui/pairing/outcome.py</extracomment>
        <translation>Clé de la caméra : {words}</translation>
    </message>
    <message>
        <source>Key of this viewer: {words}</source>
        <extracomment>viewer/ui/pairing/outcome.py, viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Clé de cette visionneuse : {words}</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <extracomment>viewer/ui/dialogs/shortcuts.py, viewer/core/actions.py</extracomment>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Larger tile</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Tuile plus grande</translation>
    </message>
    <message>
        <source>Largest place shows</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>La plus grande place montre</translation>
    </message>
    <message>
        <source>Last message on the picture</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Dernier message sur l’image</translation>
    </message>
    <message>
        <source>Later (Shift+Enter)</source>
        <extracomment>viewer/ui/chat/search.py</extracomment>
        <translation>Plus tard (Maj+Entrée)</translation>
    </message>
    <message>
        <source>Layout 1</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Disposition 1</translation>
    </message>
    <message>
        <source>Layout 2</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Disposition 2</translation>
    </message>
    <message>
        <source>Layout 3</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Disposition 3</translation>
    </message>
    <message>
        <source>Layout 4</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Disposition 4</translation>
    </message>
    <message>
        <source>Layout 5</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Disposition 5</translation>
    </message>
    <message>
        <source>Layout 6</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Disposition 6</translation>
    </message>
    <message>
        <source>Layout 7</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Disposition 7</translation>
    </message>
    <message>
        <source>Layout 8</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Disposition 8</translation>
    </message>
    <message>
        <source>Layout 9</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Disposition 9</translation>
    </message>
    <message>
        <source>Layouts</source>
        <extracomment>viewer/ui/layouts/edit_dialog.py, viewer/ui/layouts/files.py, viewer/ui/main_menu.py, viewer/core/actions.py</extracomment>
        <translation>Dispositions</translation>
    </message>
    <message>
        <source>Layouts…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Dispositions…</translation>
    </message>
    <message>
        <source>Leave a blank after it.</source>
        <extracomment>camwire/commands/lines.py</extracomment>
        <translation>Laissez un espace après.</translation>
    </message>
    <message>
        <source>Leave it empty for no limit. The selected camera is served first, the others share the rest: they send coarser, smaller or fewer pictures. VidGear and imagezmq cameras are counted, but cannot be limited.</source>
        <extracomment>viewer/ui/dialogs/limit.py</extracomment>
        <translation>Laissez vide pour aucune limite. La caméra sélectionnée est servie d’abord, les autres se partagent le reste&#xa0;: elles envoient des images plus grossières, plus petites ou moins nombreuses. Les caméras VidGear et imagezmq sont comptées, mais ne peuvent être limitées.</translation>
    </message>
    <message>
        <source>Leave it empty to use the camera&apos;s own name.</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Laissez vide pour utiliser le nom propre de la caméra.</translation>
    </message>
    <message>
        <source>Let other computers call, unencrypted (only on a network you trust)</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Laisser d’autres ordinateurs appeler, sans chiffrement (réseau de confiance)</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Light is measured</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>La lumière est mesurée</translation>
    </message>
    <message>
        <source>Limit</source>
        <extracomment>viewer/ui/dialogs/limit.py</extracomment>
        <translation>Limiter</translation>
    </message>
    <message>
        <source>Limit the network</source>
        <extracomment>viewer/ui/dialogs/limit.py</extracomment>
        <translation>Limiter le réseau</translation>
    </message>
    <message>
        <source>Limit the network: {mbit} Mbit/s…</source>
        <extracomment>viewer/ui/actions/window_actions.py</extracomment>
        <translation>Limiter le réseau&#xa0;: {mbit} Mbit/s…</translation>
    </message>
    <message>
        <source>Limit the network…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Limiter le réseau…</translation>
    </message>
    <message>
        <source>Lines that were found</source>
        <extracomment>viewer/ui/all_chats/found_list.py</extracomment>
        <translation>Lignes trouvées</translation>
    </message>
    <message>
        <source>Link</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Liaison</translation>
    </message>
    <message>
        <source>Link: {text}</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Liaison : {text}</translation>
    </message>
    <message>
        <source>List of cameras</source>
        <extracomment>viewer/ui/camera_list/panel.py, viewer/core/actions.py</extracomment>
        <translation>Liste des caméras</translation>
    </message>
    <message>
        <source>Listen</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Écouter</translation>
    </message>
    <message>
        <source>Loading…</source>
        <extracomment>viewer/ui/cards/picture.py, viewer/ui/dialogs/picture.py</extracomment>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Look</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Look after the disk</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>Vérifiez le disque</translation>
    </message>
    <message>
        <source>Look again</source>
        <extracomment>viewer/ui/dialogs/own_choice.py</extracomment>
        <translation>Chercher de nouveau</translation>
    </message>
    <message>
        <source>Look for paired cameras at other addresses</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Chercher les caméras associées à d’autres adresses</translation>
    </message>
    <message>
        <source>Looking …</source>
        <extracomment>viewer/ui/dialogs/find.py, viewer/ui/dialogs/own_choice.py</extracomment>
        <translation>Recherche …</translation>
    </message>
    <message>
        <source>MB</source>
        <extracomment>camwire/excess.py</extracomment>
        <translation>Mo</translation>
    </message>
    <message>
        <source>Make it and its folder readable and writable</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>Rendez le fichier et son dossier accessibles en lecture et en écriture</translation>
    </message>
    <message>
        <source>Make it writable</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>Rendez-le accessible en écriture</translation>
    </message>
    <message>
        <source>Make room on it</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>Faites-y de la place</translation>
    </message>
    <message>
        <source>March</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>mars</translation>
    </message>
    <message>
        <source>Mark all cameras</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Marquer toutes les caméras</translation>
    </message>
    <message>
        <source>Mark it as well</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>La marquer aussi</translation>
    </message>
    <message>
        <source>Mark the camera, or no more</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Marquer la caméra, ou ne plus la marquer</translation>
    </message>
    <message>
        <source>Mark the picture</source>
        <extracomment>viewer/ui/motion/dialog.py</extracomment>
        <translation>Marquer l’image</translation>
    </message>
    <message>
        <source>Marked.</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>Marquée.</translation>
    </message>
    <message>
        <source>Maximise</source>
        <extracomment>viewer/ui/wall/tile_buttons.py, viewer/core/actions.py</extracomment>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Maximise (Enter)</source>
        <extracomment>viewer/ui/wall/tile_buttons.py</extracomment>
        <translation>Agrandir (Entrée)</translation>
    </message>
    <message>
        <source>May</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>mai</translation>
    </message>
    <message>
        <source>Mbit/s for all pictures</source>
        <extracomment>viewer/ui/preferences/dialog.py</extracomment>
        <translation>Mbit/s en tout</translation>
    </message>
    <message>
        <source>Menu</source>
        <extracomment>viewer/ui/bar.py</extracomment>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Menu of the camera</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Menu de la caméra</translation>
    </message>
    <message>
        <source>Message</source>
        <extracomment>viewer/ui/chat/foot.py</extracomment>
        <translation>Message</translation>
    </message>
    <message>
        <source>Message or /command</source>
        <extracomment>viewer/ui/chat/foot.py</extracomment>
        <translation>Message ou /commande</translation>
    </message>
    <message>
        <source>Message {name}</source>
        <extracomment>viewer/ui/chat/foot.py</extracomment>
        <translation>Message à {name}</translation>
    </message>
    <message>
        <source>Message, or / for commands</source>
        <extracomment>viewer/ui/all_chats/round.py, viewer/ui/chat/foot.py</extracomment>
        <translation>Message, ou / pour les commandes</translation>
    </message>
    <message>
        <source>Mirror</source>
        <extracomment>viewer/core/controls/titles.py, viewer/core/actions.py</extracomment>
        <translation>Refléter</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>viewer/core/controls/groups.py, viewer/ui/wall/tile_buttons.py</extracomment>
        <translation>Autres</translation>
    </message>
    <message>
        <source>Most that all pictures of this wall may take</source>
        <extracomment>viewer/ui/dialogs/limit.py</extracomment>
        <translation>Le plus que toutes les images de ce mur peuvent prendre</translation>
    </message>
    <message>
        <source>Most that all pictures together may take, in Mbit/s</source>
        <extracomment>viewer/ui/dialogs/limit.py, viewer/ui/preferences/dialog.py</extracomment>
        <translation>Le plus que toutes les images ensemble peuvent prendre, en Mbit/s</translation>
    </message>
    <message>
        <source>Motion</source>
        <extracomment>viewer/core/motion/watch.py</extracomment>
        <translation>Mouvement</translation>
    </message>
    <message>
        <source>Move down</source>
        <extracomment>viewer/ui/layouts/edit_dialog.py</extracomment>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Move up</source>
        <extracomment>viewer/ui/layouts/edit_dialog.py</extracomment>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Moves now</source>
        <extracomment>viewer/ui/motion/dialog.py</extracomment>
        <translation>Bouge maintenant</translation>
    </message>
    <message>
        <source>Mute notifications</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Couper les notifications</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>viewer/ui/dialogs/add.py, viewer/ui/dialogs/own.py, viewer/ui/dialogs/questions.py, viewer/ui/layouts/save_dialog.py</extracomment>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <extracomment>viewer/ui/controls/preset_menu.py</extracomment>
        <translation>Nom du profil</translation>
    </message>
    <message>
        <source>Name on this wall</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Nom sur ce mur</translation>
    </message>
    <message>
        <source>Name on this wall (optional)</source>
        <extracomment>viewer/ui/dialogs/add.py, viewer/ui/dialogs/own.py</extracomment>
        <translation>Nom sur ce mur (facultatif)</translation>
    </message>
    <message>
        <source>Needs a code</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Code requis</translation>
    </message>
    <message>
        <source>NetGear&apos;s publish pattern (2) carries nothing to the camera.</source>
        <extracomment>camwire/dialects/netgear.py</extracomment>
        <translation>Le motif publish (2) de NetGear ne transmet rien à la caméra.</translation>
    </message>
    <message>
        <source>NetGear_Async&apos;s patterns 2 and 3 carry nothing to the camera.</source>
        <extracomment>camwire/dialects/netgear_async.py</extracomment>
        <translation>Les motifs 2 et 3 de NetGear_Async ne transmettent rien à la caméra.</translation>
    </message>
    <message>
        <source>Network</source>
        <extracomment>viewer/ui/preferences/dialog.py</extracomment>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Never</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>New cameras appear in this list by themselves.</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Les nouvelles caméras apparaissent d’elles-mêmes dans cette liste.</translation>
    </message>
    <message>
        <source>New file after</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Nouveau fichier après</translation>
    </message>
    <message>
        <source>New file at</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Nouveau fichier à</translation>
    </message>
    <message>
        <source>New group</source>
        <extracomment>viewer/ui/layouts/group_dialog.py</extracomment>
        <translation>Nouveau groupe</translation>
    </message>
    <message>
        <source>New keys</source>
        <extracomment>viewer/ui/dialogs/shortcuts.py</extracomment>
        <translation>Nouvelles touches</translation>
    </message>
    <message>
        <source>New messages</source>
        <extracomment>viewer/ui/chat/bubbles.py</extracomment>
        <translation>Nouveaux messages</translation>
    </message>
    <message>
        <source>New window</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Nouvelle fenêtre</translation>
    </message>
    <message>
        <source>Next layout</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Disposition suivante</translation>
    </message>
    <message>
        <source>Next page</source>
        <extracomment>viewer/ui/wall/page_strip.py, viewer/core/actions.py</extracomment>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Next unread conversation</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Conversation non lue suivante</translation>
    </message>
    <message>
        <source>Night</source>
        <extracomment>viewer/ui/controls/preset_menu.py</extracomment>
        <translation>Nuit</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <extracomment>viewer/ui/wall/not_live.py</extracomment>
        <translation>Pas encore de réponse</translation>
    </message>
    <message>
        <source>No cameras yet</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Pas encore de caméras</translation>
    </message>
    <message>
        <source>No chat is open at the selected camera.</source>
        <extracomment>viewer/ui/actions/talk_actions.py</extracomment>
        <translation>Aucune discussion n&apos;est ouverte à la caméra choisie.</translation>
    </message>
    <message>
        <source>No code is open at the camera any more. Have it show a new one: watchword-camera pair</source>
        <extracomment>viewer/core/pairing/refusals.py</extracomment>
        <translation>Aucun code n’est plus ouvert sur la caméra. Faites-lui en afficher un nouveau : watchword-camera pair</translation>
    </message>
    <message>
        <source>No code is open at {host}. Have the camera show one: watchword-camera pair</source>
        <extracomment>viewer/core/pairing/asking.py</extracomment>
        <translation>Aucun code n’est ouvert sur {host}. Faites-en afficher un par la caméra : watchword-camera pair</translation>
    </message>
    <message>
        <source>No limit</source>
        <extracomment>viewer/ui/dialogs/limit.py, viewer/ui/preferences/dialog.py</extracomment>
        <translation>Pas de limite</translation>
    </message>
    <message>
        <source>No longer paired</source>
        <extracomment>viewer/ui/wall/not_live.py</extracomment>
        <translation>N’est plus associée</translation>
    </message>
    <message>
        <source>No new picture for {time}.</source>
        <extracomment>viewer/ui/wall/not_live.py</extracomment>
        <translation>Pas de nouvelle image depuis {time}.</translation>
    </message>
    <message>
        <source>No new pictures come from there.</source>
        <extracomment>viewer/core/showing/showing.py</extracomment>
        <translation>Il n’en vient plus d’images nouvelles.</translation>
    </message>
    <message>
        <source>No picture at this time.</source>
        <extracomment>viewer/ui/replay/player.py</extracomment>
        <translation>Pas d’image à cet instant.</translation>
    </message>
    <message>
        <source>No picture of {camera} came while it was to be recorded.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>Aucune image de {camera} n’est venue pendant l’enregistrement.</translation>
    </message>
    <message>
        <source>No picture yet.</source>
        <extracomment>viewer/ui/motion/region_field.py, viewer/ui/wall/not_live.py</extracomment>
        <translation>Pas encore d’image.</translation>
    </message>
    <message>
        <source>No presets yet</source>
        <extracomment>viewer/ui/controls/preset_menu.py</extracomment>
        <translation>Pas encore de profils</translation>
    </message>
    <message>
        <source>No tile can be larger than this.</source>
        <extracomment>viewer/ui/layouts/wall_actions.py</extracomment>
        <translation>Aucune tuile ne peut être plus grande.</translation>
    </message>
    <message>
        <source>No way to {where}. Is the address right, and that computer switched on?</source>
        <extracomment>viewer/core/calls/dialler.py, viewer/core/pairing/asking.py</extracomment>
        <translation>Aucun chemin vers {where}. L’adresse est-elle juste, et cet ordinateur allumé&#xa0;?</translation>
    </message>
    <message>
        <source>No webcam was found</source>
        <extracomment>viewer/ui/dialogs/own_choice.py</extracomment>
        <translation>Aucune webcam trouvée</translation>
    </message>
    <message>
        <source>No webcam was found. Plug one in, and look again.</source>
        <extracomment>viewer/ui/dialogs/own_choice.py</extracomment>
        <translation>Aucune webcam trouvée. Branchez-en une, et cherchez de nouveau.</translation>
    </message>
    <message>
        <source>Nobody can connect to {endpoint}: {pattern} is what the other end is called.</source>
        <extracomment>camwire/sockets.py</extracomment>
        <translation>Personne ne peut se connecter à {endpoint}&#xa0;: {pattern} est le nom de l’autre côté.</translation>
    </message>
    <message>
        <source>Nobody can listen at {endpoint}: {pattern} is what the other end is called.</source>
        <extracomment>camwire/sockets.py</extracomment>
        <translation>Personne ne peut écouter sur {endpoint}&#xa0;: {pattern} est le nom de l’autre côté.</translation>
    </message>
    <message>
        <source>Noise reduction</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Réduction du bruit</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>viewer/ui/dialogs/shortcuts.py</extracomment>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>None has been found yet; it goes on looking. On the camera&apos;s computer, start:</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Aucune trouvée pour l’instant&#xa0;; la recherche continue. Sur l’ordinateur de la caméra, lancez&#xa0;:</translation>
    </message>
    <message>
        <source>None is like that</source>
        <extracomment>viewer/ui/camera_list/panel.py</extracomment>
        <translation>Aucune n’est ainsi</translation>
    </message>
    <message>
        <source>None yet. A camera is paired once, by a code that it shows.</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Aucune pour l’instant. Une caméra s’associe une seule fois, par un code qu’elle affiche.</translation>
    </message>
    <message>
        <source>Not all of what was recorded until then is there any more.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>Une partie de ce qui avait été enregistré jusque-là a disparu.</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Non chiffrée</translation>
    </message>
    <message>
        <source>Not paired</source>
        <extracomment>viewer/ui/wall/not_live.py</extracomment>
        <translation>Non associée</translation>
    </message>
    <message>
        <source>Not shown</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Non montrées</translation>
    </message>
    <message>
        <source>Not shown:</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Non montrées&#xa0;:</translation>
    </message>
    <message>
        <source>Note it in the conversation (the camera is not told)</source>
        <extracomment>viewer/ui/motion/dialog.py</extracomment>
        <translation>Le noter dans la conversation (la caméra n’en sait rien)</translation>
    </message>
    <message>
        <source>Nothing</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Nothing answers at {where}. Is {program} running there?</source>
        <extracomment>viewer/core/calls/dialler.py</extracomment>
        <translation>Rien ne répond à {where}. Est-ce que {program} y tourne&#xa0;?</translation>
    </message>
    <message>
        <source>Nothing can be written to {folder}. Choose another folder in the preferences.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>On ne peut rien écrire dans {folder}. Choisissez un autre dossier dans les préférences.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <extracomment>viewer/ui/guide/window.py</extracomment>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>Nothing has answered yet. Check the address.</source>
        <extracomment>viewer/core/sessions/state.py</extracomment>
        <translation>Rien n’a encore répondu. Vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>Nothing here opens {file}.</source>
        <extracomment>viewer/ui/recording/recording_actions.py</extracomment>
        <translation>Rien ici n’ouvre {file}.</translation>
    </message>
    <message>
        <source>Nothing is sent yet.</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Rien n’est encore envoyé.</translation>
    </message>
    <message>
        <source>Nothing is sent.</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Rien n’est envoyé.</translation>
    </message>
    <message>
        <source>Nothing that came is a picture that can be recorded. Begin again when one is shown.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>Rien de ce qui est arrivé n’est une image qui puisse être enregistrée. Recommencez lorsqu’une image s’affiche.</translation>
    </message>
    <message>
        <source>Nothing was recorded yet. Select a camera on the wall and press R.</source>
        <extracomment>viewer/ui/replay/window.py</extracomment>
        <translation>Rien n’a encore été enregistré. Sélectionnez une caméra sur le mur et appuyez sur R.</translation>
    </message>
    <message>
        <source>Nothing was said meanwhile.</source>
        <extracomment>viewer/ui/replay/transport.py</extracomment>
        <translation>Rien n&apos;a été dit pendant ce temps.</translation>
    </message>
    <message>
        <source>Nothing was said with these words.</source>
        <extracomment>viewer/ui/all_chats/search.py</extracomment>
        <translation>Rien n’a été dit avec ces mots.</translation>
    </message>
    <message>
        <source>Nothing was said yet.</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>Rien n’a encore été dit.</translation>
    </message>
    <message>
        <source>Nothing was said.</source>
        <extracomment>viewer/ui/replay/conversation.py</extracomment>
        <translation>Rien n’a été dit.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <extracomment>viewer/ui/preferences/notifications.py</extracomment>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>November</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>novembre</translation>
    </message>
    <message>
        <source>October</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>octobre</translation>
    </message>
    <message>
        <source>Of {names}. What is deleted is gone for good, with what was said.</source>
        <extracomment>viewer/ui/replay/delete_dialog.py</extracomment>
        <translation>De {names}. Ce qui est supprimé l&apos;est définitivement, avec ce qui a été dit.</translation>
    </message>
    <message>
        <source>Offline since {since}</source>
        <extracomment>viewer/ui/wall/not_live.py</extracomment>
        <translation>Hors ligne depuis {since}</translation>
    </message>
    <message>
        <source>On its computer, start this:</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Sur son ordinateur, lancez ceci :</translation>
    </message>
    <message>
        <source>On the camera&apos;s computer, start this first. It shows a code, by which you pair with it:</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Sur l’ordinateur de la caméra, lancez d’abord ceci. Un code s’affiche, par lequel vous l’associez :</translation>
    </message>
    <message>
        <source>On the wall</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Sur le mur</translation>
    </message>
    <message>
        <source>On the wall now</source>
        <extracomment>viewer/ui/layouts/edit_dialog.py</extracomment>
        <translation>Sur le mur maintenant</translation>
    </message>
    <message>
        <source>One picture back (,)</source>
        <extracomment>viewer/ui/replay/transport.py</extracomment>
        <translation>Une image en arrière (,)</translation>
    </message>
    <message>
        <source>One picture on (.)</source>
        <extracomment>viewer/ui/replay/transport.py</extracomment>
        <translation>Une image en avant (.)</translation>
    </message>
    <message>
        <source>One pixel of it on one of the screen (1)</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>Un de ses pixels sur un de l’écran (1)</translation>
    </message>
    <message>
        <source>Only cameras of Watchword can be set from here. Set this one up with its own program.</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>Seules les caméras de Watchword se règlent d’ici. Réglez celle-ci dans son propre programme.</translation>
    </message>
    <message>
        <source>Only cameras of Watchword take live pictures, and {name} is none.</source>
        <extracomment>viewer/core/showing/showing.py</extracomment>
        <translation>Seules les caméras de Watchword prennent des images en direct, et {name} n’en est pas une.</translation>
    </message>
    <message numerus="yes">
        <source>Only the %n that are shown now</source>
        <extracomment>viewer/ui/layouts/save_dialog.py</extracomment>
        <translation>
            <numerusform>Seulement celle qui est affichée</numerusform>
            <numerusform>Seulement les %n qui sont affichées</numerusform>
        </translation>
    </message>
    <message>
        <source>Open chat</source>
        <extracomment>viewer/ui/desktop/bus.py</extracomment>
        <translation>Ouvrir la discussion</translation>
    </message>
    <message>
        <source>Open folder</source>
        <extracomment>viewer/ui/cards/file.py, viewer/ui/chat/deeds.py</extracomment>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open layout file</source>
        <extracomment>viewer/ui/layouts/files.py</extracomment>
        <translation>Ouvrir un fichier de disposition</translation>
    </message>
    <message>
        <source>Open layout file…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Ouvrir un fichier de disposition…</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <extracomment>viewer/ui/dialogs/about.py, viewer/core/actions.py</extracomment>
        <translation>Ouvrir le dossier du journal</translation>
    </message>
    <message>
        <source>Open the chat</source>
        <extracomment>viewer/ui/wall/tile_buttons.py</extracomment>
        <translation>Ouvrir la discussion</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <extracomment>viewer/ui/replay/window.py</extracomment>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open the folder of recordings</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Ouvrir le dossier des enregistrements</translation>
    </message>
    <message>
        <source>Open the link</source>
        <extracomment>viewer/ui/chat/deeds.py</extracomment>
        <translation>Ouvrir le lien</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Ouvrir le menu</translation>
    </message>
    <message>
        <source>Opening…</source>
        <extracomment>viewer/ui/replay/player.py</extracomment>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Or choose a screen.</source>
        <extracomment>viewer/ui/dialogs/own_choice.py</extracomment>
        <translation>Ou choisissez un écran.</translation>
    </message>
    <message>
        <source>Page</source>
        <extracomment>viewer/ui/guide/page_view.py</extracomment>
        <translation>Page</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <extracomment>viewer/ui/wall/page_strip.py</extracomment>
        <translation>Page {page} sur {count}</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <extracomment>viewer/ui/guide/window.py</extracomment>
        <translation>Pages du guide</translation>
    </message>
    <message>
        <source>Pages turn</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>Les pages tournent</translation>
    </message>
    <message>
        <source>Pair</source>
        <extracomment>viewer/ui/pairing/pair_dialog.py</extracomment>
        <translation>Associer</translation>
    </message>
    <message>
        <source>Pair again…</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>Associer de nouveau…</translation>
    </message>
    <message>
        <source>Pair with a camera</source>
        <extracomment>viewer/ui/pairing/pair_dialog.py</extracomment>
        <translation>Associer une caméra</translation>
    </message>
    <message>
        <source>Pair with a camera…</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py, viewer/core/actions.py</extracomment>
        <translation>Associer une caméra…</translation>
    </message>
    <message>
        <source>Pair with it first, while it is on the same network; then it calls, and is let in by its key.</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Associez-la d’abord, tant qu’elle est sur le même réseau ; ensuite elle appelle, et sa clé la fait admettre.</translation>
    </message>
    <message>
        <source>Paired</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Associée</translation>
    </message>
    <message>
        <source>Paired cameras</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Caméras associées</translation>
    </message>
    <message>
        <source>Paired cameras call at a port of their own: secure+tcp://</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Les caméras associées appellent à un port à elles : secure+tcp://</translation>
    </message>
    <message>
        <source>Paired cameras…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Caméras associées…</translation>
    </message>
    <message>
        <source>Paired since {time}</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Associée depuis le {time}</translation>
    </message>
    <message>
        <source>Paired with {name}</source>
        <extracomment>viewer/ui/pairing/outcome.py</extracomment>
        <translation>{name} est associée</translation>
    </message>
    <message>
        <source>Pairing …</source>
        <extracomment>viewer/ui/pairing/pair_dialog.py</extracomment>
        <translation>Association …</translation>
    </message>
    <message>
        <source>Pair…</source>
        <extracomment>viewer/ui/dialogs/find.py, viewer/ui/wall/described.py, viewer/core/actions.py</extracomment>
        <translation>Associer…</translation>
    </message>
    <message>
        <source>Pan</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Panoramique</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Path of the file, or a URL</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Chemin du fichier, ou une URL</translation>
    </message>
    <message>
        <source>Pattern 0, pair: one camera per port</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Motif 0, paire&#xa0;: une caméra par port</translation>
    </message>
    <message>
        <source>Pattern 1, request and reply</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Motif 1, requête et réponse</translation>
    </message>
    <message>
        <source>Pattern 2, publish</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Motif 2, publish</translation>
    </message>
    <message>
        <source>Pattern 3, push</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Motif 3, push</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <extracomment>viewer/ui/replay/transport.py</extracomment>
        <translation>Pause (Espace)</translation>
    </message>
    <message>
        <source>Paused</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Per second, at most</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Par seconde, au plus</translation>
    </message>
    <message>
        <source>Period of the flicker</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Période du scintillement</translation>
    </message>
    <message>
        <source>Picture</source>
        <extracomment>viewer/core/controls/groups.py, viewer/ui/cards/canvas.py, viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Image</translation>
    </message>
    <message>
        <source>Picture {width} × {height}</source>
        <extracomment>viewer/ui/chat/enclosing.py</extracomment>
        <translation>Image {width} × {height}</translation>
    </message>
    <message>
        <source>Picture, {width} by {height}</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>Image, {width} sur {height}</translation>
    </message>
    <message>
        <source>Picture: {text}</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Image : {text}</translation>
    </message>
    <message>
        <source>Pictures</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Images</translation>
    </message>
    <message>
        <source>Pictures a second, at most</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Images par seconde, au plus</translation>
    </message>
    <message>
        <source>Pictures cannot be sent to this camera, only text.</source>
        <extracomment>viewer/ui/chat/enclosing.py</extracomment>
        <translation>On ne peut pas envoyer d’images à cette caméra, seulement du texte.</translation>
    </message>
    <message>
        <source>Pictures from</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Images de</translation>
    </message>
    <message>
        <source>Pictures until synchronised</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Images avant synchronisation</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <extracomment>viewer/ui/replay/transport.py</extracomment>
        <translation>Lire (Espace)</translation>
    </message>
    <message>
        <source>Port</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Port</translation>
    </message>
    <message>
        <source>Port 0 is no place to connect to. Use the port the camera printed when it started.</source>
        <extracomment>viewer/core/fleet.py</extracomment>
        <translation>On ne peut pas se connecter au port 0. Utilisez le port que la caméra a affiché au démarrage.</translation>
    </message>
    <message>
        <source>Port of this computer (any number of cameras may call at it)</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Port de cet ordinateur (autant de caméras que voulu peuvent y appeler)</translation>
    </message>
    <message>
        <source>Port of this computer (several with commas)</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Port de cet ordinateur (plusieurs avec des virgules)</translation>
    </message>
    <message>
        <source>Port {port}</source>
        <extracomment>viewer/core/calls/callers.py</extracomment>
        <translation>Port {port}</translation>
    </message>
    <message>
        <source>Position</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Position</translation>
    </message>
    <message>
        <source>Power line</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Fréquence secteur</translation>
    </message>
    <message>
        <source>Preferences</source>
        <extracomment>viewer/ui/preferences/dialog.py</extracomment>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Préférences…</translation>
    </message>
    <message>
        <source>Preparing to send it…</source>
        <extracomment>viewer/ui/chat/line_content.py</extracomment>
        <translation>Préparation de l’envoi…</translation>
    </message>
    <message>
        <source>Presets ▾</source>
        <extracomment>viewer/ui/controls/panel.py</extracomment>
        <translation>Profils ▾</translation>
    </message>
    <message>
        <source>Previous layout</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Disposition précédente</translation>
    </message>
    <message>
        <source>Previous page</source>
        <extracomment>viewer/ui/wall/page_strip.py, viewer/core/actions.py</extracomment>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Previous unread conversation</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Conversation non lue précédente</translation>
    </message>
    <message>
        <source>Program</source>
        <extracomment>viewer/ui/dialogs/add.py, viewer/core/actions.py</extracomment>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Publish (PUB): the wall connects to it</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Publish (PUB)&#xa0;: le mur s’y connecte</translation>
    </message>
    <message>
        <source>Quality, at most</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Qualité, au plus</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <extracomment>viewer/ui/preferences/notifications.py</extracomment>
        <translation>Silence de</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <extracomment>viewer/ui/preferences/notifications.py</extracomment>
        <translation>Heures calmes</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <extracomment>viewer/ui/preferences/notifications.py</extracomment>
        <translation>Silence jusqu’à</translation>
    </message>
    <message>
        <source>Quit</source>
        <extracomment>viewer/ui/desktop/tray.py, viewer/ui/dialogs/questions.py, viewer/core/actions.py</extracomment>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Rate</source>
        <extracomment>viewer/ui/dialogs/show.py, viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Cadence</translation>
    </message>
    <message>
        <source>Rate: {text}</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Cadence : {text}</translation>
    </message>
    <message>
        <source>Read the folder again (F5)</source>
        <extracomment>viewer/ui/replay/window.py</extracomment>
        <translation>Relire le dossier (F5)</translation>
    </message>
    <message>
        <source>Receipts</source>
        <extracomment>viewer/ui/all_chats/receipt_table.py</extracomment>
        <translation>Accusés de réception</translation>
    </message>
    <message>
        <source>Record</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Record all</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Tout enregistrer</translation>
    </message>
    <message>
        <source>Record for</source>
        <extracomment>viewer/ui/motion/dialog.py</extracomment>
        <translation>Enregistrer pendant</translation>
    </message>
    <message>
        <source>Recording</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Enregistrement</translation>
    </message>
    <message numerus="yes">
        <source>Recording all %n cameras takes about {size} an hour.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>Enregistrer la seule caméra prend environ {size} par heure.</numerusform>
            <numerusform>Enregistrer les %n caméras prend environ {size} par heure.</numerusform>
        </translation>
    </message>
    <message>
        <source>Recording needs PyAV, which is not installed here: pip install &apos;.[viewer,h264]&apos; in the checkout.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>Enregistrer demande PyAV, qui n’est pas installé ici&#xa0;: pip install &apos;.[viewer,h264]&apos; dans le dossier source.</translation>
    </message>
    <message>
        <source>Recordings</source>
        <extracomment>viewer/ui/main_menu.py, viewer/ui/preferences/recording.py, viewer/ui/replay/recordings_list.py, viewer/ui/replay/window.py, viewer/core/actions.py</extracomment>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>Recordings…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Enregistrements…</translation>
    </message>
    <message>
        <source>Red</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Rouge</translation>
    </message>
    <message>
        <source>Redo</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Refused</source>
        <extracomment>viewer/ui/wall/not_live.py</extracomment>
        <translation>Refusée</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>viewer/ui/dialogs/questions.py, viewer/ui/layouts/edit_dialog.py</extracomment>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove camera</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Retirer la caméra</translation>
    </message>
    <message>
        <source>Remove {name} from the wall?</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Retirer {name} du mur&#xa0;?</translation>
    </message>
    <message>
        <source>Remove…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Rename</source>
        <extracomment>viewer/ui/dialogs/questions.py, viewer/ui/layouts/edit_dialog.py</extracomment>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Rename…</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py, viewer/core/actions.py</extracomment>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Request and reply (REQ)</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Requête et réponse (REQ)</translation>
    </message>
    <message>
        <source>Reset all</source>
        <extracomment>viewer/ui/controls/panel.py, viewer/ui/dialogs/shortcuts.py</extracomment>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Retry</source>
        <extracomment>viewer/ui/cards/failure.py, viewer/ui/cards/file.py, viewer/ui/chat/deeds.py</extracomment>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>Réessayer les échecs</translation>
    </message>
    <message>
        <source>Run /{name}</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Exécuter /{name}</translation>
    </message>
    <message>
        <source>Run it</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Exécuter</translation>
    </message>
    <message>
        <source>Run this on {name}?</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Exécuter ceci sur {name}&#xa0;?</translation>
    </message>
    <message>
        <source>Saturation</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Saturation</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>viewer/ui/layouts/group_dialog.py, viewer/ui/layouts/save_dialog.py, viewer/ui/motion/dialog.py, viewer/ui/preferences/dialog.py</extracomment>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save as</source>
        <extracomment>viewer/ui/cards/file.py, viewer/ui/cards/scalar.py, viewer/ui/chat/deeds.py</extracomment>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>Save as…</source>
        <extracomment>viewer/ui/chat/deeds.py, viewer/ui/dialogs/picture.py</extracomment>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Save layout</source>
        <extracomment>viewer/ui/layouts/save_dialog.py</extracomment>
        <translation>Enregistrer la disposition</translation>
    </message>
    <message>
        <source>Save layout…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Enregistrer la disposition…</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>Save the picture (Ctrl+S)</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>Enregistrer l’image (Ctrl+S)</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <extracomment>viewer/ui/chat/saving.py, viewer/ui/dialogs/picture.py</extracomment>
        <translation>Enregistré sous {file}.</translation>
    </message>
    <message>
        <source>Saving {name}…</source>
        <extracomment>viewer/ui/chat/saving.py</extracomment>
        <translation>Enregistrement de {name}…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Say it about no picture (Ctrl+P)</source>
        <extracomment>viewer/ui/chat/pinning.py</extracomment>
        <translation>Le dire sans image (Ctrl+P)</translation>
    </message>
    <message>
        <source>Say it about the picture shown now</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Le dire à propos de l’image affichée</translation>
    </message>
    <message>
        <source>Say it about the picture shown now (Ctrl+P)</source>
        <extracomment>viewer/ui/chat/pinning.py</extracomment>
        <translation>Le dire à propos de l’image affichée (Ctrl+P)</translation>
    </message>
    <message>
        <source>Say something to several cameras at once</source>
        <extracomment>viewer/ui/bar.py</extracomment>
        <translation>Dire quelque chose à plusieurs caméras à la fois</translation>
    </message>
    <message numerus="yes">
        <source>Say to %n…</source>
        <extracomment>viewer/ui/actions/talk_actions.py, viewer/ui/bar.py, viewer/ui/camera_list/panel.py</extracomment>
        <translation>
            <numerusform>Dire à %n…</numerusform>
            <numerusform>Dire à %n…</numerusform>
        </translation>
    </message>
    <message>
        <source>Say to all…</source>
        <extracomment>viewer/ui/bar.py, viewer/ui/camera_list/panel.py, viewer/core/actions.py</extracomment>
        <translation>Dire à toutes…</translation>
    </message>
    <message>
        <source>Say to {cameras}</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>Dire à {cameras}</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>viewer/ui/camera_list/panel.py, viewer/ui/dialogs/shortcuts.py</extracomment>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Search for words or keys</source>
        <extracomment>viewer/ui/dialogs/shortcuts.py</extracomment>
        <translation>Chercher des mots ou des touches</translation>
    </message>
    <message>
        <source>Search in all conversations</source>
        <extracomment>viewer/ui/all_chats/search.py</extracomment>
        <translation>Chercher dans toutes les conversations</translation>
    </message>
    <message>
        <source>Search in all conversations…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Chercher dans toutes les conversations…</translation>
    </message>
    <message>
        <source>Search in the guide</source>
        <extracomment>viewer/ui/guide/window.py</extracomment>
        <translation>Chercher dans le guide</translation>
    </message>
    <message>
        <source>Selected camera</source>
        <extracomment>viewer/ui/camera_menu.py, viewer/core/actions.py</extracomment>
        <translation>Caméra sélectionnée</translation>
    </message>
    <message>
        <source>Send</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send a file to {name}</source>
        <extracomment>viewer/ui/chat/enclosing.py</extracomment>
        <translation>Envoyer un fichier à {name}</translation>
    </message>
    <message>
        <source>Send files</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Envoyer des fichiers</translation>
    </message>
    <message>
        <source>Send files (Ctrl+U)</source>
        <extracomment>viewer/ui/chat/foot.py</extracomment>
        <translation>Envoyer des fichiers (Ctrl+U)</translation>
    </message>
    <message>
        <source>Send pictures to {name}</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Envoyer des images à {name}</translation>
    </message>
    <message>
        <source>Send pictures…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Envoyer des images…</translation>
    </message>
    <message>
        <source>Send the file again: drop it on the chat, or use the paper clip.</source>
        <extracomment>viewer/core/sessions/speaking.py</extracomment>
        <translation>Renvoyez le fichier&#xa0;: déposez-le sur la discussion, ou utilisez le trombone.</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <extracomment>viewer/ui/motion/dialog.py</extracomment>
        <translation>Sensibilité</translation>
    </message>
    <message>
        <source>Sent pictures</source>
        <extracomment>viewer/core/controls/groups.py</extracomment>
        <translation>Images envoyées</translation>
    </message>
    <message>
        <source>September</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>septembre</translation>
    </message>
    <message>
        <source>Set everything back to the camera&apos;s defaults</source>
        <extracomment>viewer/ui/controls/panel.py</extracomment>
        <translation>Remettre tout aux valeurs par défaut de la caméra</translation>
    </message>
    <message>
        <source>Set {title} back to {text}</source>
        <extracomment>viewer/ui/controls/row.py</extracomment>
        <translation>Remettre {title} à {text}</translation>
    </message>
    <message>
        <source>Setting…</source>
        <extracomment>viewer/ui/controls/row.py</extracomment>
        <translation>Réglage…</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Netteté</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Maj+flèches</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>viewer/app.py, viewer/ui/layouts/edit_dialog.py, viewer/ui/recording/recording_actions.py</extracomment>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Show Watchword</source>
        <extracomment>viewer/ui/desktop/tray.py</extracomment>
        <translation>Montrer Watchword</translation>
    </message>
    <message>
        <source>Show all</source>
        <extracomment>viewer/ui/cards/table.py, viewer/ui/cards/text.py</extracomment>
        <translation>Tout montrer</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>La montrer entière (0)</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Montrer une icône dans la zone de notification</translation>
    </message>
    <message>
        <source>Show in another window</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Montrer dans une autre fenêtre</translation>
    </message>
    <message>
        <source>Show less</source>
        <extracomment>viewer/ui/cards/table.py, viewer/ui/cards/text.py</extracomment>
        <translation>Montrer moins</translation>
    </message>
    <message>
        <source>Show more</source>
        <extracomment>viewer/ui/cards/text.py</extracomment>
        <translation>Montrer plus</translation>
    </message>
    <message>
        <source>Show the picture</source>
        <extracomment>viewer/ui/cards/picture.py, viewer/ui/chat/deeds.py</extracomment>
        <translation>Montrer l’image</translation>
    </message>
    <message>
        <source>Show the picture it is about</source>
        <extracomment>viewer/ui/chat/deeds.py</extracomment>
        <translation>Montrer l’image dont il s’agit</translation>
    </message>
    <message>
        <source>Show what cameras say while I look elsewhere</source>
        <extracomment>viewer/ui/preferences/notifications.py</extracomment>
        <translation>Montrer leurs messages quand je regarde ailleurs</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <extracomment>viewer/ui/cards/table.py</extracomment>
        <translation>Montrer {count} de plus</translation>
    </message>
    <message>
        <source>Show {key}</source>
        <extracomment>viewer/ui/cards/tree.py</extracomment>
        <translation>Montrer {key}</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>viewer/ui/camera_menu.py, viewer/ui/dialogs/show.py</extracomment>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Size, at most</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Taille, au plus</translation>
    </message>
    <message>
        <source>Size, of the source&apos;s width and height</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Taille, par rapport à la largeur et la hauteur de la source</translation>
    </message>
    <message>
        <source>Skip</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Smaller tile</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Tuile plus petite</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Instantané</translation>
    </message>
    <message>
        <source>Snapshot of all</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Instantané de toutes</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Instantanés</translation>
    </message>
    <message>
        <source>Somebody</source>
        <extracomment>camwire/excess.py</extracomment>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>Something answers at {endpoint}, but not as a camera. Check the address.</source>
        <extracomment>viewer/core/sessions/session.py</extracomment>
        <translation>Quelque chose répond à {endpoint}, mais pas comme une caméra. Vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>Something else listens at {where}, no Watchword camera. Check the port.</source>
        <extracomment>viewer/core/calls/dialler.py, viewer/core/pairing/asking.py</extracomment>
        <translation>Autre chose écoute à {where}, pas une caméra Watchword. Vérifiez le port.</translation>
    </message>
    <message>
        <source>Something knocked at port {port} and hung up: a camera using another pattern or other security, or no camera at all. {expected} If it is a camera, mend its script and restart it.</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Quelque chose a frappé au port {port} et raccroché&#xa0;: une caméra d’un autre motif ou d’une autre sécurité, ou pas de caméra du tout. {expected} Si c’est une caméra, corrigez son script et redémarrez-le.</translation>
    </message>
    <message>
        <source>Something moves.</source>
        <extracomment>viewer/ui/wall/line_marks.py</extracomment>
        <translation>Quelque chose bouge.</translation>
    </message>
    <message>
        <source>Something went wrong the last time. A report is kept on this computer, and was not sent.</source>
        <extracomment>viewer/app.py</extracomment>
        <translation>Quelque chose a mal tourné la dernière fois. Un rapport est gardé sur cet ordinateur, et n’a pas été envoyé.</translation>
    </message>
    <message>
        <source>Something went wrong: {error}. The wall goes on; the menu&apos;s “Open log folder” has the details.</source>
        <extracomment>viewer/loop.py</extracomment>
        <translation>Quelque chose a mal tourné&#xa0;: {error}. Le mur continue&#xa0;; «&#xa0;Ouvrir le dossier du journal&#xa0;» du menu donne les détails.</translation>
    </message>
    <message>
        <source>Speed</source>
        <extracomment>viewer/core/controls/titles.py, viewer/ui/replay/transport.py</extracomment>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Start</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Start anew</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>Start demo</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Lancer la démo</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <extracomment>viewer/ui/empty_state.py, viewer/core/actions.py</extracomment>
        <translation>Lancer la démonstration</translation>
    </message>
    <message>
        <source>Start this program again, which keeps it aside and begins a new one</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>Redémarrez ce programme&#xa0;: il la met de côté et en commence un nouveau</translation>
    </message>
    <message>
        <source>Starting …</source>
        <extracomment>viewer/core/showing/showing.py</extracomment>
        <translation>Démarrage …</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>viewer/ui/all_chats/receipt_table.py, viewer/ui/dialogs/find.py</extracomment>
        <translation>État</translation>
    </message>
    <message>
        <source>Statistics</source>
        <extracomment>viewer/ui/bar.py, viewer/core/actions.py</extracomment>
        <translation>Statistiques</translation>
    </message>
    <message>
        <source>Statistics of the sensor</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Statistiques du capteur</translation>
    </message>
    <message>
        <source>Step back: marks, one camera alone, full screen</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Revenir d’un pas&#xa0;: marques, caméra seule, plein écran</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <extracomment>viewer/ui/main_menu.py</extracomment>
        <translation>Ne plus écouter</translation>
    </message>
    <message>
        <source>Stop recording and quit</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Arrêter l&apos;enregistrement et quitter</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <extracomment>viewer/core/talk/talk_files.py</extracomment>
        <translation>Arrêté.</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <extracomment>viewer/ui/chat/suggestions.py</extracomment>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Synchronise with other cameras</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Synchroniser avec d’autres caméras</translation>
    </message>
    <message numerus="yes">
        <source>Table, %n rows, with {heads}</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>
            <numerusform>Tableau, %n ligne, avec {heads}</numerusform>
            <numerusform>Tableau, %n lignes, avec {heads}</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back.</source>
        <extracomment>viewer/core/talk/talk.py</extracomment>
        <translation>Repris.</translation>
    </message>
    <message>
        <source>Talk</source>
        <extracomment>viewer/ui/main_menu.py, viewer/core/actions.py</extracomment>
        <translation>Conversations</translation>
    </message>
    <message>
        <source>That is no picture that can be read. Send a PNG, JPEG, BMP or GIF.</source>
        <extracomment>viewer/ui/chat/said_picture.py</extracomment>
        <translation>Ce n’est pas une image lisible. Envoyez un PNG, JPEG, BMP ou GIF.</translation>
    </message>
    <message>
        <source>That port takes NetGear_Async pattern 3 (push).</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Ce port prend le motif 3 (push) de NetGear_Async.</translation>
    </message>
    <message>
        <source>That port takes VidGear pattern 0 (pair).</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Ce port prend le motif 0 (pair) de VidGear.</translation>
    </message>
    <message>
        <source>That port takes VidGear pattern 2 (publish).</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Ce port prend le motif 2 (publish) de VidGear.</translation>
    </message>
    <message>
        <source>That port takes tcp:// cameras of Watchword, VidGear pattern 1 and imagezmq REQ.</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Ce port prend les caméras tcp:// de Watchword, le motif 1 de VidGear et imagezmq REQ.</translation>
    </message>
    <message>
        <source>That takes about {size} an hour.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>Cela prend environ {size} par heure.</translation>
    </message>
    <message>
        <source>The JPEG quality is from 1 to 100, and {quality} is not.</source>
        <extracomment>viewer/core/showing/source.py</extracomment>
        <translation>La qualité JPEG va de 1 à 100&#xa0;; {quality} n’y est pas.</translation>
    </message>
    <message>
        <source>The camera answers, its source does not.</source>
        <extracomment>viewer/core/sessions/state.py</extracomment>
        <translation>La caméra répond, sa source non.</translation>
    </message>
    <message>
        <source>The camera asks for care with this command.</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>La caméra demande de la prudence avec cette commande.</translation>
    </message>
    <message>
        <source>The camera did not come back in time.</source>
        <extracomment>viewer/core/talk/talk.py</extracomment>
        <translation>La caméra n’est pas revenue à temps.</translation>
    </message>
    <message>
        <source>The camera does not answer.</source>
        <extracomment>viewer/core/sessions/state.py</extracomment>
        <translation>La caméra ne répond pas.</translation>
    </message>
    <message>
        <source>The camera has no {gone} any more; the rest of “{name}” is set.</source>
        <extracomment>viewer/ui/controls/panel.py</extracomment>
        <translation>La caméra n’a plus {gone}&#xa0;; le reste de «&#xa0;{name}&#xa0;» est réglé.</translation>
    </message>
    <message>
        <source>The camera has not answered. Try again, or restart its source with /restart.</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>La caméra n’a pas répondu. Réessayez, ou redémarrez sa source avec /restart.</translation>
    </message>
    <message>
        <source>The camera has not been here yet, so nobody knows what can be set at it.</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>La caméra n’est pas encore venue&#xa0;: nul ne sait ce qu’on peut y régler.</translation>
    </message>
    <message>
        <source>The camera has not told yet what can be set at it.</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>La caméra n’a pas encore dit ce qu’on peut y régler.</translation>
    </message>
    <message>
        <source>The camera is away. Set it when it is back.</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>La caméra est absente. Réglez-la à son retour.</translation>
    </message>
    <message>
        <source>The camera itself goes on running.</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>La caméra elle-même continue de tourner.</translation>
    </message>
    <message>
        <source>The camera program could not start: {error}.</source>
        <extracomment>viewer/core/own/cameras.py</extracomment>
        <translation>Le programme de la caméra n’a pas pu démarrer&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>The camera sends {what}.</source>
        <extracomment>viewer/core/sessions/state.py</extracomment>
        <translation>La caméra envoie {what}.</translation>
    </message>
    <message>
        <source>The camera shows it when it is started for the first time; later, run on its computer: watchword-camera pair</source>
        <extracomment>viewer/ui/pairing/pair_dialog.py</extracomment>
        <translation>La caméra l’affiche à son premier démarrage ; plus tard, lancez sur son ordinateur : watchword-camera pair</translation>
    </message>
    <message>
        <source>The camera stopped answering.</source>
        <extracomment>viewer/core/sessions/standing.py</extracomment>
        <translation>La caméra ne répond plus.</translation>
    </message>
    <message>
        <source>The camera that was paired had another key: {words}. Go on if you know why it is a new one.</source>
        <extracomment>viewer/ui/pairing/pair_dialog.py</extracomment>
        <translation>La caméra associée avait une autre clé : {words}. Continuez si vous savez pourquoi elle est nouvelle.</translation>
    </message>
    <message>
        <source>The camera was switched off.</source>
        <extracomment>viewer/core/sessions/standing.py</extracomment>
        <translation>La caméra a été éteinte.</translation>
    </message>
    <message>
        <source>The camera&apos;s connection ended.</source>
        <extracomment>viewer/core/calls/listener.py</extracomment>
        <translation>La connexion de la caméra a pris fin.</translation>
    </message>
    <message>
        <source>The camera&apos;s own name</source>
        <extracomment>viewer/ui/dialogs/add.py, viewer/ui/dialogs/own.py, viewer/ui/dialogs/questions.py</extracomment>
        <translation>Le nom propre de la caméra</translation>
    </message>
    <message>
        <source>The cameras of this computer are being looked for. Wait a moment and start again.</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Les caméras de cet ordinateur sont en cours de recherche. Attendez un instant et recommencez.</translation>
    </message>
    <message>
        <source>The cameras of this computer could not be listed: {error}.</source>
        <extracomment>viewer/ui/dialogs/own_choice.py</extracomment>
        <translation>Les caméras de cet ordinateur n’ont pas pu être listées&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>The cameras of this computer could not be listed: {last}</source>
        <extracomment>viewer/core/own/sources.py</extracomment>
        <translation>Les caméras de cet ordinateur n’ont pas pu être listées&#xa0;: {last}</translation>
    </message>
    <message>
        <source>The cameras stay connected then. Quit ends the program.</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Les caméras restent alors connectées. «&#xa0;Quitter&#xa0;» termine le programme.</translation>
    </message>
    <message>
        <source>The code is not right, and this was the last try. Have the camera show a new one. If it was right, somebody may stand between it and you: pair on another network, or by a cable.</source>
        <extracomment>viewer/core/pairing/refusals.py</extracomment>
        <translation>Le code n’est pas le bon, et c’était le dernier essai. Faites-en afficher un nouveau par la caméra. S’il était juste, quelqu’un s’interpose peut-être : associez-la sur un autre réseau, ou par un câble.</translation>
    </message>
    <message numerus="yes">
        <source>The code is not right. %n tries are left.</source>
        <extracomment>viewer/core/pairing/refusals.py</extracomment>
        <translation>
            <numerusform>Le code n’est pas le bon. Il reste %n essai.</numerusform>
            <numerusform>Le code n’est pas le bon. Il reste %n essais.</numerusform>
        </translation>
    </message>
    <message>
        <source>The connection broke before the camera answered. Look whether it is set, and set it again if not.</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>La connexion s’est rompue avant la réponse de la caméra. Regardez si le réglage a pris, et sinon refaites-le.</translation>
    </message>
    <message>
        <source>The connection broke.</source>
        <extracomment>viewer/core/sessions/state.py</extracomment>
        <translation>La connexion s’est rompue.</translation>
    </message>
    <message>
        <source>The connection to {where} broke. Try again.</source>
        <extracomment>viewer/core/pairing/asking.py</extracomment>
        <translation>La connexion à {where} s’est rompue. Réessayez.</translation>
    </message>
    <message>
        <source>The demo cameras could not start: {why}</source>
        <extracomment>viewer/demo.py</extracomment>
        <translation>Les caméras de démonstration n’ont pas pu démarrer&#xa0;: {why}</translation>
    </message>
    <message>
        <source>The demo cameras took too long to start. Try again.</source>
        <extracomment>viewer/opening.py</extracomment>
        <translation>Les caméras de démonstration ont mis trop de temps à démarrer. Réessayez.</translation>
    </message>
    <message>
        <source>The disk has room for {time}.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>Le disque a de la place pour {time}.</translation>
    </message>
    <message>
        <source>The disk with {folder} is full. Free some space, or choose another folder in the preferences.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>Le disque de {folder} est plein. Libérez de l’espace, ou choisissez un autre dossier dans les préférences.</translation>
    </message>
    <message>
        <source>The file became too large for {folder}. Let recordings be split earlier.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>Le fichier est devenu trop grand pour {folder}. Faites diviser les enregistrements plus tôt.</translation>
    </message>
    <message>
        <source>The file is damaged. Export it again on the other computer.</source>
        <extracomment>camwire/sealing.py</extracomment>
        <translation>Le fichier est abîmé. Exportez-le de nouveau sur l’autre ordinateur.</translation>
    </message>
    <message>
        <source>The focus is</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>La mise au point est</translation>
    </message>
    <message>
        <source>The group {name}</source>
        <extracomment>viewer/ui/layouts/save_dialog.py</extracomment>
        <translation>Le groupe {name}</translation>
    </message>
    <message>
        <source>The guide is in English only.</source>
        <extracomment>viewer/ui/guide/window.py, viewer/ui/preferences/general.py</extracomment>
        <translation>Le guide n’existe qu’en anglais.</translation>
    </message>
    <message>
        <source>The journal</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>Le journal</translation>
    </message>
    <message>
        <source>The key of this program cannot be kept in {folder}: {why}. Free some space, or check that folder.</source>
        <extracomment>camwire/identity.py</extracomment>
        <translation>La clé de ce programme ne peut être gardée dans {folder} : {why}. Libérez de la place, ou vérifiez ce dossier.</translation>
    </message>
    <message>
        <source>The key of this program in {path} is damaged. Put a copy of it back; or remove it, and pair anew with all that knew it.</source>
        <extracomment>camwire/identity.py</extracomment>
        <translation>La clé de ce programme dans {path} est abîmée. Remettez-en une copie ; ou supprimez-la, et associez de nouveau tous ceux qui la connaissaient.</translation>
    </message>
    <message>
        <source>The key, the pairings and the paired cameras go into a file that only the passphrase opens. Import it on the other computer, then remove the file, and do not go on using the key here.</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>La clé, les associations et les caméras associées vont dans un fichier que seule la phrase secrète ouvre. Importez-le sur l’autre ordinateur, puis supprimez le fichier, et n’utilisez plus la clé ici.</translation>
    </message>
    <message>
        <source>The keys in {place} cannot be read ({error}). Copy the folder .vidgear from a sender that ran with secure_mode={mode}, or let VidGear make it there.</source>
        <extracomment>viewer/core/calls/vidgear_keys.py</extracomment>
        <translation>Les clés dans {place} ne peuvent pas être lues ({error}). Copiez le dossier .vidgear d’un émetteur qui a tourné avec secure_mode={mode}, ou laissez VidGear le créer là.</translation>
    </message>
    <message>
        <source>The layout has places for cameras that are not on this wall: {names}.</source>
        <extracomment>viewer/ui/layouts/layout_actions.py</extracomment>
        <translation>La disposition a des places pour des caméras absentes de ce mur&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>The layout is kept as {name}.</source>
        <extracomment>viewer/ui/layouts/layout_actions.py</extracomment>
        <translation>La disposition est gardée sous {name}.</translation>
    </message>
    <message>
        <source>The menu has all of this, too.</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Tout cela est aussi dans le menu.</translation>
    </message>
    <message>
        <source>The message cannot be sent: it holds a whole number of thousands of digits.</source>
        <extracomment>camwire/dialects/netgear.py</extracomment>
        <translation>Le message ne peut pas être envoyé&#xa0;: il contient un nombre entier de milliers de chiffres.</translation>
    </message>
    <message>
        <source>The message cannot be sent: it would be {error}.</source>
        <extracomment>camwire/conversation.py</extracomment>
        <translation>Le message ne peut pas être envoyé&#xa0;; ce serait&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>The message cannot be sent: to NetGear, None says nothing.</source>
        <extracomment>camwire/dialects/netgear.py</extracomment>
        <translation>Le message ne peut pas être envoyé&#xa0;: pour NetGear, None ne dit rien.</translation>
    </message>
    <message>
        <source>The message cannot be sent: whole numbers are from {smallest} to {largest}.</source>
        <extracomment>camwire/dialects/netgear_async.py</extracomment>
        <translation>Le message ne peut pas être envoyé&#xa0;: les nombres entiers vont de {smallest} à {largest}.</translation>
    </message>
    <message>
        <source>The message has more than {count:,} bytes. Send it as a file.</source>
        <extracomment>camwire/conversation.py</extracomment>
        <translation>Le message dépasse {count:,} octets. Envoyez-le comme fichier.</translation>
    </message>
    <message>
        <source>The message has {count:,} bytes; at most {most:,} fit in one. Split it.</source>
        <extracomment>camwire/dialects/imagezmq.py</extracomment>
        <translation>Le message fait {count:,} octets&#xa0;; {most:,} au plus tiennent dans un seul. Divisez-le.</translation>
    </message>
    <message>
        <source>The message has {count:,} characters; at most {most:,} fit in one. Split it.</source>
        <extracomment>camwire/spoken.py</extracomment>
        <translation>Le message fait {count:,} caractères&#xa0;; {most:,} au plus tiennent dans un seul. Divisez-le.</translation>
    </message>
    <message>
        <source>The message holds half of a character (a lone surrogate). Type it again.</source>
        <extracomment>camwire/spoken.py</extracomment>
        <translation>Le message contient la moitié d’un caractère (un demi-codet isolé). Retapez-le.</translation>
    </message>
    <message numerus="yes">
        <source>The name is too long. %n characters are the most.</source>
        <extracomment>viewer/core/wall/names.py</extracomment>
        <translation>
            <numerusform>Le nom est trop long&#xa0;: %n caractère au plus.</numerusform>
            <numerusform>Le nom est trop long&#xa0;: %n caractères au plus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n lines. Type more words to find others.</source>
        <extracomment>viewer/ui/all_chats/search.py</extracomment>
        <translation>
            <numerusform>La ligne la plus récente. Tapez d’autres mots pour en trouver d’autres.</numerusform>
            <numerusform>Les %n lignes les plus récentes. Tapez d’autres mots pour en trouver d’autres.</numerusform>
        </translation>
    </message>
    <message>
        <source>The passphrase is not right, or the file is damaged. Try again.</source>
        <extracomment>camwire/sealing.py</extracomment>
        <translation>La phrase secrète n’est pas la bonne, ou le fichier est abîmé. Réessayez.</translation>
    </message>
    <message>
        <source>The passphrase is too short. Use at least {count} characters, or some words.</source>
        <extracomment>camwire/sealing.py</extracomment>
        <translation>La phrase secrète est trop courte. Prenez au moins {count} caractères, ou quelques mots.</translation>
    </message>
    <message>
        <source>The picture could not be saved. The log says more.</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>L’image n’a pas pu être enregistrée. Le journal en dit plus.</translation>
    </message>
    <message>
        <source>The picture has {width:,} × {height:,} pixels, too many to send. Make it smaller.</source>
        <extracomment>viewer/ui/chat/said_picture.py</extracomment>
        <translation>L’image fait {width:,} × {height:,} pixels, trop pour l’envoyer. Réduisez-la.</translation>
    </message>
    <message>
        <source>The picture is {age} old.</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>L’image date de {age}.</translation>
    </message>
    <message>
        <source>The picture stops for a moment when this is changed.</source>
        <extracomment>viewer/ui/controls/row.py</extracomment>
        <translation>L’image s’arrête un instant quand ceci est modifié.</translation>
    </message>
    <message>
        <source>The pictures come {age:.0f} s late.</source>
        <extracomment>viewer/core/sessions/state.py</extracomment>
        <translation>Les images ont {age:.0f} s de retard.</translation>
    </message>
    <message>
        <source>The program of this camera is older than this viewer and tells of no controls. Update it.</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>Le programme de cette caméra est plus ancien que cette visionneuse et n’annonce pas de réglages. Mettez-le à jour.</translation>
    </message>
    <message>
        <source>The program that reads {spec} could not start: {error}.</source>
        <extracomment>viewer/core/showing/program.py</extracomment>
        <translation>Le programme qui lit {spec} n’a pas pu démarrer&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>The program that reads {spec} has ended. Start it again.</source>
        <extracomment>viewer/core/showing/program.py</extracomment>
        <translation>Le programme qui lit {spec} s’est terminé. Relancez-le.</translation>
    </message>
    <message>
        <source>The quote is not closed.</source>
        <extracomment>camwire/commands/lines.py</extracomment>
        <translation>Le guillemet n’est pas fermé.</translation>
    </message>
    <message>
        <source>The rate is more than 0 and at most 1000 pictures a second, and {fps:g} is not.</source>
        <extracomment>viewer/core/showing/source.py</extracomment>
        <translation>La cadence est supérieure à 0 et d’au plus 1000 images par seconde&#xa0;; {fps:g} n’y est pas.</translation>
    </message>
    <message>
        <source>The recording cannot be read any more ({why}).</source>
        <extracomment>viewer/core/replay/reel.py</extracomment>
        <translation>L’enregistrement ne peut plus être lu ({why}).</translation>
    </message>
    <message>
        <source>The recording is closed.</source>
        <extracomment>viewer/core/replay/reel.py</extracomment>
        <translation>L’enregistrement est fermé.</translation>
    </message>
    <message>
        <source>The recording of {camera} is kept: {length}, {size}.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>L’enregistrement de {camera} est gardé&#xa0;: {length}, {size}.</translation>
    </message>
    <message>
        <source>The recordings could not be exported.</source>
        <extracomment>viewer/core/recording/troubles.py, viewer/ui/replay/exporting.py</extracomment>
        <translation>Les enregistrements n’ont pas pu être exportés.</translation>
    </message>
    <message>
        <source>The same again</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>La même encore</translation>
    </message>
    <message>
        <source>The selected camera</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>La caméra sélectionnée</translation>
    </message>
    <message>
        <source>The settings could not be saved: {error}. Free some space, or check that folder.</source>
        <extracomment>viewer/core/known_cameras.py</extracomment>
        <translation>Les réglages n’ont pas pu être enregistrés&#xa0;: {error}. Libérez de l’espace, ou vérifiez ce dossier.</translation>
    </message>
    <message>
        <source>The settings name a folder that cannot be: {folder}. {usual} is used.</source>
        <extracomment>viewer/core/sound_settings.py</extracomment>
        <translation>Les réglages nomment un dossier impossible&#xa0;: {folder}. {usual} est utilisé.</translation>
    </message>
    <message>
        <source>The settings name keys that cannot be, or that another action has: {names}.</source>
        <extracomment>viewer/core/sound_settings.py</extracomment>
        <translation>Les réglages nomment des touches impossibles, ou qu’une autre action possède&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>The size is from {least} to {most} percent, and {percent} is not.</source>
        <extracomment>viewer/core/showing/source.py</extracomment>
        <translation>La taille va de {least} à {most} pour cent&#xa0;; {percent} n’y est pas.</translation>
    </message>
    <message>
        <source>The snapshot is kept as {name} in {folder}.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>L’instantané est gardé sous {name} dans {folder}.</translation>
    </message>
    <message>
        <source>The snapshot of {camera} could not be kept.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>L’instantané de {camera} n’a pas pu être gardé.</translation>
    </message>
    <message>
        <source>The wall can show one group alone, and something can be said to all of it.</source>
        <extracomment>viewer/ui/layouts/group_dialog.py</extracomment>
        <translation>Le mur peut montrer un groupe seul, et on peut dire quelque chose à tout le groupe.</translation>
    </message>
    <message>
        <source>The wall connects to it</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Le mur s’y connecte</translation>
    </message>
    <message>
        <source>The wall was closed before the camera had it.</source>
        <extracomment>viewer/core/talk/talk.py</extracomment>
        <translation>Le mur a été fermé avant que la caméra ne l’ait.</translation>
    </message>
    <message>
        <source>The window is too narrow for the list. Make it wider.</source>
        <extracomment>viewer/ui/camera_list/list_actions.py</extracomment>
        <translation>La fenêtre est trop étroite pour la liste. Élargissez-la.</translation>
    </message>
    <message>
        <source>Then start again.</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>Puis redémarrez.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n layouts already. Remove one first.</source>
        <extracomment>viewer/core/wall/layouts.py</extracomment>
        <translation>
            <numerusform>Il y a déjà %n disposition. Retirez-en une d’abord.</numerusform>
            <numerusform>Il y a déjà %n dispositions. Retirez-en une d’abord.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no VidGear keys in {folder}: it has no .vidgear/keys/private_keys.</source>
        <extracomment>viewer/core/calls/vidgear_keys.py</extracomment>
        <translation>Il n’y a pas de clés VidGear dans {folder}&#xa0;: il n’y a pas de .vidgear/keys/private_keys.</translation>
    </message>
    <message>
        <source>There are no layouts yet. Arrange the wall, then save it as one.</source>
        <extracomment>viewer/ui/layouts/edit_dialog.py, viewer/ui/layouts/layout_actions.py</extracomment>
        <translation>Il n’y a pas encore de dispositions. Arrangez le mur, puis enregistrez-le.</translation>
    </message>
    <message>
        <source>There can be no folder {folder}. Use “Choose…” to find one.</source>
        <extracomment>viewer/core/chosen_folder.py</extracomment>
        <translation>Il ne peut pas y avoir de dossier {folder}. «&#xa0;Choisir…&#xa0;» aide à en trouver un.</translation>
    </message>
    <message>
        <source>There is a layout called {name} already. Choose another name.</source>
        <extracomment>viewer/core/wall/layouts.py</extracomment>
        <translation>Il y a déjà une disposition nommée {name}. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>There is no camera yet.</source>
        <extracomment>viewer/ui/actions/talk_actions.py</extracomment>
        <translation>Il n&apos;y a pas encore de caméra.</translation>
    </message>
    <message>
        <source>There is no command /{name}.</source>
        <extracomment>camwire/commands/reading.py</extracomment>
        <translation>Il n’y a pas de commande /{name}.</translation>
    </message>
    <message>
        <source>There is no control “{name}”. There are: {known}.</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>Il n’y a pas de réglage «&#xa0;{name}&#xa0;». Il y a&#xa0;: {known}.</translation>
    </message>
    <message>
        <source>There is no file “{name}”. Choose another one.</source>
        <extracomment>camwire/files/offered.py</extracomment>
        <translation>Il n’y a pas de fichier «&#xa0;{name}&#xa0;». Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>There is no layout called {name}, nor any other yet. Save one first.</source>
        <extracomment>viewer/ui/layouts/layout_actions.py</extracomment>
        <translation>Il n’y a pas de disposition nommée {name}, ni encore d’autre. Enregistrez-en une d’abord.</translation>
    </message>
    <message>
        <source>There is no layout called {name}. There are: {names}.</source>
        <extracomment>viewer/ui/layouts/layout_actions.py</extracomment>
        <translation>Il n’y a pas de disposition nommée {name}. Il y a&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>There is no other camera on this wall. Add one first.</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Il n’y a pas d’autre caméra sur ce mur. Ajoutez-en une d’abord.</translation>
    </message>
    <message>
        <source>There is no picture in this recording.</source>
        <extracomment>viewer/core/replay/reel.py</extracomment>
        <translation>Il n’y a pas d’image dans cet enregistrement.</translation>
    </message>
    <message>
        <source>There is no picture of {camera} yet. Try again when it is live.</source>
        <extracomment>viewer/core/recording/snapshot.py</extracomment>
        <translation>Il n’y a pas encore d’image de {camera}. Réessayez quand elle est en direct.</translation>
    </message>
    <message>
        <source>There is no picture yet to which this could be pinned.</source>
        <extracomment>viewer/ui/chat/pinning.py</extracomment>
        <translation>Il n’y a pas encore d’image à laquelle épingler ceci.</translation>
    </message>
    <message>
        <source>There is no room for “{name}” in {folder}. Make room there; then it goes on by itself.</source>
        <extracomment>camwire/files/part.py</extracomment>
        <translation>Il n’y a pas de place pour «&#xa0;{name}&#xa0;» dans {folder}. Faites de la place&#xa0;; cela reprendra de soi-même.</translation>
    </message>
    <message>
        <source>There is nothing to be set at this camera.</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>Il n’y a rien à régler sur cette caméra.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <extracomment>viewer/ui/layouts/wall_actions.py</extracomment>
        <translation>Il n’y a rien à rétablir.</translation>
    </message>
    <message>
        <source>There is nothing to keep: the camera sets everything by itself now.</source>
        <extracomment>viewer/core/controls/presets.py</extracomment>
        <translation>Il n’y a rien à garder&#xa0;: la caméra règle tout elle-même en ce moment.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <extracomment>viewer/ui/layouts/wall_actions.py</extracomment>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>These are more files at once than the Watchword that runs already listens to. Open fewer.</source>
        <extracomment>viewer/starting.py</extracomment>
        <translation>Cela fait plus de fichiers à la fois que le Watchword en cours n’en écoute. En ouvrir moins.</translation>
    </message>
    <message>
        <source>These are two different passphrases. Write the same one twice.</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Ce sont deux phrases différentes. Écrivez deux fois la même.</translation>
    </message>
    <message>
        <source>These keys go on meaning what they mean in every window. Press others.</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Ces touches gardent leur sens dans chaque fenêtre. Appuyez sur d’autres.</translation>
    </message>
    <message>
        <source>They are sent until you stop them here, also when this window is closed.</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Elles sont envoyées jusqu’à ce que vous les arrêtiez ici, même quand cette fenêtre est fermée.</translation>
    </message>
    <message>
        <source>They take {mbit} Mbit/s now.</source>
        <extracomment>viewer/ui/dialogs/limit.py</extracomment>
        <translation>Elles prennent {mbit} Mbit/s en ce moment.</translation>
    </message>
    <message>
        <source>This camera calls the wall. Pair with it by its address.</source>
        <extracomment>viewer/ui/pairing/pairing.py</extracomment>
        <translation>Cette caméra appelle le mur. Associez-la par son adresse.</translation>
    </message>
    <message>
        <source>This camera cannot be talked to.</source>
        <extracomment>viewer/ui/chat/foot.py</extracomment>
        <translation>On ne peut pas parler à cette caméra.</translation>
    </message>
    <message>
        <source>This camera does not encrypt, so there is nothing to pair.</source>
        <extracomment>viewer/ui/pairing/pairing.py</extracomment>
        <translation>Cette caméra ne chiffre pas : il n’y a rien à associer.</translation>
    </message>
    <message>
        <source>This camera does not know this viewer any more. Pair with it again, by a code that it shows.</source>
        <extracomment>viewer/core/calls/key_troubles.py</extracomment>
        <translation>Cette caméra ne connaît plus cette visionneuse. Associez-la de nouveau, par un code qu’elle affiche.</translation>
    </message>
    <message>
        <source>This camera has no commands.</source>
        <extracomment>camwire/commands/reading.py</extracomment>
        <translation>Cette caméra n’a pas de commandes.</translation>
    </message>
    <message>
        <source>This camera is paired already.</source>
        <extracomment>viewer/ui/pairing/pairing.py</extracomment>
        <translation>Cette caméra est déjà associée.</translation>
    </message>
    <message>
        <source>This camera shows itself only to viewers that it knows. Pair with it, by a code that it shows.</source>
        <extracomment>viewer/core/calls/key_troubles.py</extracomment>
        <translation>Cette caméra ne se montre qu’aux visionneuses qu’elle connaît. Associez-la, par un code qu’elle affiche.</translation>
    </message>
    <message>
        <source>This camera speaks protocol {theirs}, this viewer speaks {ours}.</source>
        <extracomment>camwire/dialects/native.py</extracomment>
        <translation>Cette caméra parle le protocole {theirs}, cette visionneuse parle le {ours}.</translation>
    </message>
    <message>
        <source>This computer has no free port for the camera. End some programs and try again.</source>
        <extracomment>viewer/core/own/cameras.py</extracomment>
        <translation>Cet ordinateur n’a pas de port libre pour la caméra. Fermez quelques programmes et réessayez.</translation>
    </message>
    <message>
        <source>This computer lets no program look for cameras on its network: {error}.</source>
        <extracomment>viewer/core/finding/finding.py</extracomment>
        <translation>Cet ordinateur ne laisse aucun programme chercher des caméras sur son réseau&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>This desktop has no tray.</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Ce bureau n’a pas de zone de notification.</translation>
    </message>
    <message>
        <source>This file holds “{codec}”, which is not what Watchword records.</source>
        <extracomment>viewer/core/replay/frames.py</extracomment>
        <translation>Ce fichier contient «&#xa0;{codec}&#xa0;», que Watchword n’enregistre pas.</translation>
    </message>
    <message>
        <source>This is a network camera, which watchword-camera reads, on this or another computer: watchword-camera --source with that address behind it. Then write here where that one listens: tcp://127.0.0.1:5600 on this computer.</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>C’est une caméra réseau, que lit watchword-camera, sur cet ordinateur ou un autre&#xa0;: watchword-camera --source suivi de cette adresse. Puis écrivez ici où ce programme écoute&#xa0;: tcp://127.0.0.1:5600 sur cet ordinateur.</translation>
    </message>
    <message>
        <source>This is no file that was made by an export. Choose another one.</source>
        <extracomment>camwire/sealing.py</extracomment>
        <translation>Ce fichier ne vient pas d’un export. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This layout shows none of the cameras that are here. “Automatic layout” shows all of them.</source>
        <extracomment>viewer/ui/wall/places.py</extracomment>
        <translation>Cette disposition ne montre aucune des caméras présentes. «&#xa0;Disposition automatique&#xa0;» les montre toutes.</translation>
    </message>
    <message>
        <source>This may be another camera</source>
        <extracomment>viewer/ui/wall/not_live.py</extracomment>
        <translation>C’est peut-être une autre caméra</translation>
    </message>
    <message>
        <source>This page cannot be read: {why}.</source>
        <extracomment>viewer/ui/guide/page_view.py</extracomment>
        <translation>Cette page ne peut pas être lue : {why}.</translation>
    </message>
    <message>
        <source>This picture cannot be shown: {why}.</source>
        <extracomment>viewer/core/replay/frames.py</extracomment>
        <translation>Cette image ne peut pas être montrée&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>This picture is damaged and cannot be shown.</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>Cette image est endommagée et ne peut être montrée.</translation>
    </message>
    <message>
        <source>This picture is damaged.</source>
        <extracomment>viewer/ui/cards/picture.py</extracomment>
        <translation>Cette image est endommagée.</translation>
    </message>
    <message>
        <source>This sender runs without bidirectional_mode, so nothing can be said to it.</source>
        <extracomment>camwire/dialects/netgear_async.py</extracomment>
        <translation>Cet émetteur tourne sans bidirectional_mode&#xa0;: on ne peut rien lui dire.</translation>
    </message>
    <message>
        <source>This viewer</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>Cette visionneuse</translation>
    </message>
    <message>
        <source>This viewer and the camera pair in different ways. Bring both to the same version.</source>
        <extracomment>viewer/core/pairing/refusals.py</extracomment>
        <translation>Cette visionneuse et la caméra s’associent différemment. Mettez les deux à la même version.</translation>
    </message>
    <message>
        <source>This viewer becomes the one that was exported on the other computer: its cameras know it, and need no codes.</source>
        <extracomment>viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Cette visionneuse devient celle qui a été exportée sur l’autre ordinateur : ses caméras la connaissent, sans code.</translation>
    </message>
    <message>
        <source>This viewer is paired with cameras already, by its own key. Forget those first, then import.</source>
        <extracomment>viewer/core/pairing/moving.py</extracomment>
        <translation>Cette visionneuse est déjà associée à des caméras par sa propre clé. Oubliez-les d’abord, puis importez.</translation>
    </message>
    <message>
        <source>This viewer may give this camera no commands. Whoever runs it can allow that there: watchword-camera rights</source>
        <extracomment>viewer/core/sessions/permission.py</extracomment>
        <translation>Cette visionneuse ne peut pas donner d’ordres à cette caméra. Qui la fait tourner peut le permettre : watchword-camera rights</translation>
    </message>
    <message>
        <source>This viewer may only watch this camera. Whoever runs it can allow more there: watchword-camera rights</source>
        <extracomment>viewer/core/sessions/permission.py</extracomment>
        <translation>Cette visionneuse ne peut que regarder cette caméra. Qui la fait tourner peut permettre davantage : watchword-camera rights</translation>
    </message>
    <message>
        <source>This viewer may see its pictures and talk with it.</source>
        <extracomment>viewer/ui/pairing/outcome.py</extracomment>
        <translation>Cette visionneuse peut voir ses images et parler avec elle.</translation>
    </message>
    <message>
        <source>This viewer may see its pictures, talk with it, give it commands and change its settings.</source>
        <extracomment>viewer/ui/pairing/outcome.py</extracomment>
        <translation>Cette visionneuse peut voir ses images, parler avec elle, lui donner des ordres et changer ses réglages.</translation>
    </message>
    <message>
        <source>This viewer may see its pictures.</source>
        <extracomment>viewer/ui/pairing/outcome.py</extracomment>
        <translation>Cette visionneuse peut voir ses images.</translation>
    </message>
    <message>
        <source>This viewer may set nothing at this camera. Whoever runs it can allow that there: watchword-camera rights</source>
        <extracomment>viewer/core/controls/camera_controls.py</extracomment>
        <translation>Cette visionneuse ne peut rien régler sur cette caméra. Qui la fait tourner peut le permettre : watchword-camera rights</translation>
    </message>
    <message>
        <source>This viewer may watch and talk, and set nothing.</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Cette visionneuse peut regarder et parler, mais rien régler.</translation>
    </message>
    <message>
        <source>This viewer may watch, and neither talk nor set anything.</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>Cette visionneuse peut regarder, mais ni parler ni régler.</translation>
    </message>
    <message>
        <source>This wall listens there already. Just start the script.</source>
        <extracomment>viewer/ui/asking.py</extracomment>
        <translation>Ce mur y écoute déjà. Lancez simplement le script.</translation>
    </message>
    <message>
        <source>This window is not being painted.</source>
        <extracomment>viewer/core/sessions/state.py</extracomment>
        <translation>Cette fenêtre n’est pas dessinée.</translation>
    </message>
    <message>
        <source>This works while one types, too, so its keys need Ctrl or Alt, or are F1 to F12.</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Ceci agit aussi pendant la saisie&#xa0;: il faut donc Ctrl ou Alt, ou bien F1 à F12.</translation>
    </message>
    <message>
        <source>Those on your network that say they are there come up by themselves.</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Celles de votre réseau qui s’annoncent apparaissent d’elles-mêmes.</translation>
    </message>
    <message>
        <source>Tile of 1 × 1</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Tuile de 1 × 1</translation>
    </message>
    <message>
        <source>Tile of 1 × 2</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Tuile de 1 × 2</translation>
    </message>
    <message>
        <source>Tile of 2 × 1</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Tuile de 2 × 1</translation>
    </message>
    <message>
        <source>Tile of 2 × 2</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Tuile de 2 × 2</translation>
    </message>
    <message>
        <source>Tile of 3 × 3</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Tuile de 3 × 3</translation>
    </message>
    <message>
        <source>Tiles on a page</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>Tuiles par page</translation>
    </message>
    <message>
        <source>Tilt</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Inclinaison</translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>viewer/ui/all_chats/receipt_table.py, viewer/ui/replay/transport.py</extracomment>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Time line</source>
        <extracomment>viewer/ui/replay/timeline.py</extracomment>
        <translation>Ligne du temps</translation>
    </message>
    <message>
        <source>To look at H.264 recordings, this viewer needs PyAV. Install it: pip install &apos;.[viewer,h264]&apos;</source>
        <extracomment>viewer/core/replay/frames.py</extracomment>
        <translation>Pour voir des enregistrements H.264, cette visionneuse a besoin de PyAV. Installez-le&#xa0;: pip install &apos;.[viewer,h264]&apos;</translation>
    </message>
    <message>
        <source>Today</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Too many ask at the camera at once. Wait a moment, and try again.</source>
        <extracomment>viewer/core/pairing/refusals.py</extracomment>
        <translation>Trop de demandes à la fois auprès de la caméra. Attendez un instant, et réessayez.</translation>
    </message>
    <message>
        <source>Try now</source>
        <extracomment>viewer/ui/wall/tile_buttons.py</extracomment>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Essayer la démonstration</translation>
    </message>
    <message>
        <source>Trying again in {seconds} s.</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>Nouvel essai dans {seconds} s.</translation>
    </message>
    <message>
        <source>Turn by 90°</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Tourner de 90°</translation>
    </message>
    <message>
        <source>Turn pages by themselves</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Tourner les pages toutes seules</translation>
    </message>
    <message>
        <source>Type words; lines in which all of them stand are found.</source>
        <extracomment>viewer/ui/all_chats/search.py</extracomment>
        <translation>Tapez des mots&#xa0;; les lignes qui les contiennent tous sont trouvées.</translation>
    </message>
    <message>
        <source>Under way. Press again to stop.</source>
        <extracomment>viewer/ui/controls/deed_row.py</extracomment>
        <translation>En cours. Appuyez encore pour arrêter.</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>viewer/ui/walls.py, viewer/core/actions.py</extracomment>
        <translation>Annuler l’action</translation>
    </message>
    <message>
        <source>Unfold {key}</source>
        <extracomment>viewer/ui/cards/tree.py</extracomment>
        <translation>Déplier {key}</translation>
    </message>
    <message>
        <source>Unread messages on page {pages}</source>
        <extracomment>viewer/ui/wall/page_strip.py</extracomment>
        <translation>Messages non lus à la page {pages}</translation>
    </message>
    <message>
        <source>Update the camera.</source>
        <extracomment>camwire/dialects/native.py</extracomment>
        <translation>Mettez la caméra à jour.</translation>
    </message>
    <message>
        <source>Update the viewer.</source>
        <extracomment>camwire/dialects/native.py</extracomment>
        <translation>Mettez la visionneuse à jour.</translation>
    </message>
    <message>
        <source>Upside down</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Tête en bas</translation>
    </message>
    <message>
        <source>Use here</source>
        <extracomment>viewer/ui/dialogs/shortcuts.py</extracomment>
        <translation>Utiliser ici</translation>
    </message>
    <message>
        <source>VidGear&apos;s secure mode is 1 or 2, not {mode}.</source>
        <extracomment>viewer/core/calls/vidgear_keys.py</extracomment>
        <translation>Le secure_mode de VidGear est 1 ou 2, pas {mode}.</translation>
    </message>
    <message>
        <source>Waiting for cameras that call at {places}.</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>En attente de caméras qui appellent à {places}.</translation>
    </message>
    <message>
        <source>Waiting for the first picture…</source>
        <extracomment>viewer/ui/wall/not_live.py</extracomment>
        <translation>En attente de la première image…</translation>
    </message>
    <message>
        <source>Wall</source>
        <extracomment>viewer/ui/main_menu.py, viewer/core/actions.py</extracomment>
        <translation>Mur</translation>
    </message>
    <message>
        <source>Wall of cameras</source>
        <extracomment>viewer/ui/wall/wall.py</extracomment>
        <translation>Mur de caméras</translation>
    </message>
    <message>
        <source>Watch for motion</source>
        <extracomment>viewer/ui/motion/dialog.py</extracomment>
        <translation>Surveiller le mouvement</translation>
    </message>
    <message>
        <source>Watch for motion…</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Surveiller le mouvement…</translation>
    </message>
    <message>
        <source>Watch {camera} for motion</source>
        <extracomment>viewer/ui/motion/dialog.py</extracomment>
        <translation>Surveiller le mouvement sur {camera}</translation>
    </message>
    <message>
        <source>Watchword is under the Apache License 2.0.</source>
        <extracomment>viewer/ui/diagnostics.py</extracomment>
        <translation>Watchword est sous licence Apache 2.0.</translation>
    </message>
    <message>
        <source>Watchword is under the Apache License 2.0. This installed program also holds PyAV with x264, and so is as a whole under the GNU General Public License, version 3 or later.</source>
        <extracomment>viewer/ui/diagnostics.py</extracomment>
        <translation>Watchword est sous licence Apache 2.0. Ce programme installé contient aussi PyAV avec x264, et relève donc dans son ensemble de la GNU General Public License, version 3 ou ultérieure.</translation>
    </message>
    <message>
        <source>Watchword runs already with these settings, and does not answer. End it first, or start another one beside it with --config and another folder. If none runs, remove the file {file}.</source>
        <extracomment>viewer/starting.py</extracomment>
        <translation>Watchword tourne déjà avec ces réglages et ne répond pas. Le quitter d’abord, ou en démarrer un autre à côté avec --config et un autre dossier. Si aucun ne tourne, supprimer le fichier {file}.</translation>
    </message>
    <message>
        <source>Welcome to Watchword</source>
        <extracomment>viewer/ui/empty_state.py</extracomment>
        <translation>Bienvenue dans Watchword</translation>
    </message>
    <message>
        <source>What answers at {endpoint} is no camera that Watchword understands: it sent {what}. Check the address.</source>
        <extracomment>viewer/core/sessions/session.py</extracomment>
        <translation>Ce qui répond à {endpoint} n’est pas une caméra que Watchword comprend&#xa0;; reçu&#xa0;: {what}. Vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>What answers at {where} calls itself by the id of a camera that you paired with, and has not its key. Somebody may pass for it. If it was set up anew, pair with it again.</source>
        <extracomment>viewer/core/calls/key_troubles.py</extracomment>
        <translation>Ce qui répond à {where} prend l’identifiant d’une caméra associée sans avoir sa clé. Quelqu’un se fait peut-être passer pour elle. Si elle a été réinstallée, associez-la de nouveau.</translation>
    </message>
    <message>
        <source>What answers at {where} does not encrypt, as the camera that you paired with did. Somebody may pass for it. If it runs with --open now, start it without.</source>
        <extracomment>viewer/core/calls/key_troubles.py</extracomment>
        <translation>Ce qui répond à {where} ne chiffre pas, contrairement à la caméra associée. Quelqu’un se fait peut-être passer pour elle. Si elle tourne maintenant avec --open, démarrez-la sans.</translation>
    </message>
    <message>
        <source>What answers at {where} does not pair as a camera does. Check the address.</source>
        <extracomment>viewer/core/pairing/asking.py</extracomment>
        <translation>Ce qui répond à {where} ne s’associe pas comme une caméra. Vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>What answers at {where} has not the key of the camera that you paired with. Somebody may pass for it. If it was set up anew, pair with it again.</source>
        <extracomment>viewer/core/calls/key_troubles.py</extracomment>
        <translation>Ce qui répond à {where} n’a pas la clé de la caméra associée. Quelqu’un se fait peut-être passer pour elle. Si elle a été réinstallée, associez-la de nouveau.</translation>
    </message>
    <message>
        <source>What answers is no camera that Watchword understands: it sent {what}. Check its program.</source>
        <extracomment>viewer/core/sessions/session.py</extracomment>
        <translation>Ce qui répond n’est pas une caméra que Watchword comprend&#xa0;; reçu&#xa0;: {what}. Vérifiez son programme.</translation>
    </message>
    <message>
        <source>What answers says that the code is right, and does not know it: somebody may pass for the camera. Nothing was kept. Try again on another network, or by a cable.</source>
        <extracomment>viewer/core/pairing/refusals.py</extracomment>
        <translation>Ce qui répond dit que le code est juste, et ne le connaît pas : quelqu’un se fait peut-être passer pour la caméra. Rien n’a été gardé. Réessayez sur un autre réseau, ou par un câble.</translation>
    </message>
    <message>
        <source>What answers there does not pair as a camera does. Check the address.</source>
        <extracomment>viewer/core/pairing/asking.py</extracomment>
        <translation>Ce qui répond là ne s’associe pas comme une caméra. Vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>What came at port {port} is nothing that a camera says. Check what sends there.</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Ce qui est venu au port {port} n’est rien qu’une caméra dise. Vérifiez ce qui y envoie.</translation>
    </message>
    <message>
        <source>What came before, too</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>Ce qui précédait aussi</translation>
    </message>
    <message>
        <source>What came from {address} at port {port} is nothing that a camera says. Check what sends there.</source>
        <extracomment>viewer/core/calls/notices.py</extracomment>
        <translation>Ce qui est venu de {address} au port {port} n’est rien qu’une caméra dise. Vérifiez ce qui y envoie.</translation>
    </message>
    <message>
        <source>What came with this cannot be read. Update this viewer if the camera is newer.</source>
        <extracomment>viewer/core/talk/talk.py</extracomment>
        <translation>Ce qui est venu avec ceci est illisible. Mettez cette visionneuse à jour si la caméra est plus récente.</translation>
    </message>
    <message>
        <source>What is to be written waits until then.</source>
        <extracomment>camwire/journal.py</extracomment>
        <translation>Ce qui est à écrire attend jusque-là.</translation>
    </message>
    <message>
        <source>What kind of camera?</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Quel genre de caméra&#xa0;?</translation>
    </message>
    <message>
        <source>What moves now</source>
        <extracomment>viewer/ui/motion/meter.py</extracomment>
        <translation>Ce qui bouge maintenant</translation>
    </message>
    <message>
        <source>What was recorded is kept. At the next start nothing is recorded until you begin again.</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Ce qui a été enregistré est conservé. Au prochain démarrage, rien n&apos;est enregistré tant que vous ne recommencez pas.</translation>
    </message>
    <message>
        <source>What was recorded until then is gone.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>Ce qui avait été enregistré jusque-là a disparu.</translation>
    </message>
    <message>
        <source>What was recorded until then is kept.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>Ce qui était enregistré jusque-là est gardé.</translation>
    </message>
    <message>
        <source>What was said stays on this computer, and is there again when the camera is.</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>Ce qui a été dit reste sur cet ordinateur et sera de retour avec la caméra.</translation>
    </message>
    <message>
        <source>What you write comes back from send_image.</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Ce que vous écrivez revient de send_image.</translation>
    </message>
    <message>
        <source>When one does not answer, the network is asked whether it has another address now.</source>
        <extracomment>viewer/ui/preferences/general.py</extracomment>
        <translation>Quand l’une ne répond pas, on demande au réseau si elle a maintenant une autre adresse.</translation>
    </message>
    <message>
        <source>Where motion counts</source>
        <extracomment>viewer/ui/motion/region_field.py</extracomment>
        <translation>Où le mouvement compte</translation>
    </message>
    <message>
        <source>Where something moved last</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>Où quelque chose a bougé en dernier</translation>
    </message>
    <message>
        <source>Where the pictures come from</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>D’où viennent les images</translation>
    </message>
    <message>
        <source>Whether this camera takes pictures is known when it is here.</source>
        <extracomment>viewer/ui/actions/camera_actions.py</extracomment>
        <translation>On saura si cette caméra prend des images quand elle sera là.</translation>
    </message>
    <message>
        <source>Which camera</source>
        <extracomment>viewer/ui/dialogs/own.py, viewer/ui/dialogs/show.py</extracomment>
        <translation>Quelle caméra</translation>
    </message>
    <message>
        <source>Which camera of this computer</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Quelle caméra de cet ordinateur</translation>
    </message>
    <message>
        <source>Which camera?</source>
        <extracomment>viewer/ui/dialogs/own.py</extracomment>
        <translation>Quelle caméra&#xa0;?</translation>
    </message>
    <message>
        <source>Which camera? Choose one, or write its address.</source>
        <extracomment>viewer/ui/pairing/which_camera.py</extracomment>
        <translation>Quelle caméra ? Choisissez-en une, ou écrivez son adresse.</translation>
    </message>
    <message>
        <source>Which camera? Tick it in the list.</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>Quelle caméra&#xa0;? Cochez-la dans la liste.</translation>
    </message>
    <message>
        <source>Which file</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>Quel fichier</translation>
    </message>
    <message>
        <source>Which file? Choose one, or write its path.</source>
        <extracomment>viewer/ui/dialogs/show.py, viewer/ui/pairing/move_dialog.py</extracomment>
        <translation>Quel fichier&#xa0;? Choisissez-en un, ou écrivez son chemin.</translation>
    </message>
    <message>
        <source>Which port? The usual one of VidGear and imagezmq is {ports}.</source>
        <extracomment>viewer/ui/dialogs/add.py</extracomment>
        <translation>Quel port&#xa0;? Celui d’usage pour VidGear et imagezmq est {ports}.</translation>
    </message>
    <message>
        <source>White balance</source>
        <extracomment>viewer/core/controls/groups.py, viewer/core/controls/titles.py</extracomment>
        <translation>Balance des blancs</translation>
    </message>
    <message>
        <source>White balance auto</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Balance des blancs auto</translation>
    </message>
    <message>
        <source>Who spoke last</source>
        <extracomment>viewer/ui/layouts/now_form.py</extracomment>
        <translation>Qui a parlé en dernier</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Image entière</translation>
    </message>
    <message>
        <source>Wider or narrower chat</source>
        <extracomment>viewer/core/keys.py</extracomment>
        <translation>Discussion plus large ou plus étroite</translation>
    </message>
    <message>
        <source>With a sound, where the desktop makes one</source>
        <extracomment>viewer/ui/preferences/notifications.py</extracomment>
        <translation>Avec un son, si le bureau en émet un</translation>
    </message>
    <message>
        <source>With bidirectional_mode you can talk to it.</source>
        <extracomment>viewer/core/script_lines.py</extracomment>
        <translation>Avec bidirectional_mode, vous pouvez lui parler.</translation>
    </message>
    <message>
        <source>Working</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Working…</source>
        <extracomment>viewer/ui/cards/running.py</extracomment>
        <translation>En cours…</translation>
    </message>
    <message>
        <source>Write a number of Mbit/s from {least:g} to {most:,.0f}, or nothing for no limit.</source>
        <extracomment>viewer/ui/dialogs/limit.py</extracomment>
        <translation>Écrivez un nombre de Mbit/s de {least:g} à {most:,.0f}, ou rien pour aucune limite.</translation>
    </message>
    <message>
        <source>Write the name of a command after the /, such as /{name}.</source>
        <extracomment>camwire/commands/reading.py</extracomment>
        <translation>Écrivez le nom d’une commande après le /, par exemple /{name}.</translation>
    </message>
    <message>
        <source>Write {usage}</source>
        <extracomment>camwire/commands/problems.py</extracomment>
        <translation>Écrivez {usage}</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>Hier</translation>
    </message>
    <message>
        <source>You</source>
        <extracomment>viewer/ui/chat/model.py</extracomment>
        <translation>Vous</translation>
    </message>
    <message>
        <source>You may only watch it.</source>
        <extracomment>viewer/ui/chat/foot.py</extracomment>
        <translation>Vous pouvez seulement la regarder.</translation>
    </message>
    <message>
        <source>You: {text}</source>
        <extracomment>viewer/ui/all_chats/found_list.py</extracomment>
        <translation>Vous&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Zoom</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Zoom middle, across</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Centre du zoom, horizontal</translation>
    </message>
    <message>
        <source>Zoom middle, down</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>Centre du zoom, vertical</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <extracomment>viewer/core/actions.py</extracomment>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <extracomment>viewer/ui/cards/amounts.py</extracomment>
        <translation>encore quelques secondes</translation>
    </message>
    <message>
        <source>a number of that size</source>
        <extracomment>camwire/wording.py</extracomment>
        <translation>un nombre de cette taille</translation>
    </message>
    <message>
        <source>a whole number of about {count:,} digits</source>
        <extracomment>viewer/ui/cards/plain.py</extracomment>
        <translation>un nombre entier d’environ {count:,} chiffres</translation>
    </message>
    <message>
        <source>an empty frame</source>
        <extracomment>viewer/core/decoders/jpeg.py</extracomment>
        <translation>une image vide</translation>
    </message>
    <message>
        <source>an imagezmq sender with REQ_REP=False</source>
        <extracomment>viewer/core/calls/dialler.py</extracomment>
        <translation>un émetteur imagezmq avec REQ_REP=False</translation>
    </message>
    <message>
        <source>and</source>
        <extracomment>camwire/commands/wanted.py, viewer/ui/empty_state.py</extracomment>
        <translation>et</translation>
    </message>
    <message>
        <source>another program holds it</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>un autre programme le retient</translation>
    </message>
    <message>
        <source>answered</source>
        <extracomment>viewer/ui/chat/model.py</extracomment>
        <translation>répondu</translation>
    </message>
    <message>
        <source>any value</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>une valeur quelconque</translation>
    </message>
    <message>
        <source>array of one {dtype}</source>
        <extracomment>viewer/ui/cards/plain.py</extracomment>
        <translation>tableau d’un seul {dtype}</translation>
    </message>
    <message>
        <source>array {sides} {dtype}</source>
        <extracomment>viewer/ui/cards/plain.py</extracomment>
        <translation>tableau {sides} {dtype}</translation>
    </message>
    <message>
        <source>as the source</source>
        <extracomment>viewer/core/controls/control_words.py</extracomment>
        <translation>comme la source</translation>
    </message>
    <message>
        <source>at least {least}</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>au moins {least}</translation>
    </message>
    <message>
        <source>at most {most}</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>au plus {most}</translation>
    </message>
    <message>
        <source>auto</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>auto</translation>
    </message>
    <message>
        <source>because the camera was away</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>car la caméra était absente</translation>
    </message>
    <message>
        <source>because the camera was not ready</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>car la caméra n’était pas prête</translation>
    </message>
    <message>
        <source>because this computer was busy</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>car cet ordinateur était occupé</translation>
    </message>
    <message>
        <source>beyond the rate</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>au-delà de la cadence</translation>
    </message>
    <message>
        <source>both</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>les deux</translation>
    </message>
    <message>
        <source>built on one that was missing</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>s’appuyaient sur une image manquante</translation>
    </message>
    <message>
        <source>came while nobody could see them</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>venues quand personne ne pouvait les voir</translation>
    </message>
    <message>
        <source>centre weighted</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>centrée</translation>
    </message>
    <message>
        <source>cloudy</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>nuageux</translation>
    </message>
    <message>
        <source>connecting</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>connexion</translation>
    </message>
    <message>
        <source>continuous</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>continu</translation>
    </message>
    <message>
        <source>control</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>commander</translation>
    </message>
    <message>
        <source>custom</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>personnalisé</translation>
    </message>
    <message>
        <source>damaged</source>
        <extracomment>viewer/ui/replay/recordings_list.py</extracomment>
        <translation>endommagé</translation>
    </message>
    <message>
        <source>damaged H.264 pictures</source>
        <extracomment>viewer/core/decoders/h264.py</extracomment>
        <translation>des images H.264 endommagées</translation>
    </message>
    <message>
        <source>damaged H.264 pictures ({error})</source>
        <extracomment>viewer/core/decoders/h264.py</extracomment>
        <translation>des images H.264 endommagées ({error})</translation>
    </message>
    <message>
        <source>damaged JPEG pictures ({error})</source>
        <extracomment>viewer/core/decoders/jpeg.py</extracomment>
        <translation>des images JPEG endommagées ({error})</translation>
    </message>
    <message>
        <source>daylight</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>lumière du jour</translation>
    </message>
    <message>
        <source>encrypted</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>chiffré</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>viewer/ui/cards/spoken.py, viewer/ui/chat/model.py</extracomment>
        <translation>échec</translation>
    </message>
    <message>
        <source>fast</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>rapide</translation>
    </message>
    <message>
        <source>focused</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>nette</translation>
    </message>
    <message>
        <source>from {least}</source>
        <extracomment>viewer/core/controls/control_words.py</extracomment>
        <translation>à partir de {least}</translation>
    </message>
    <message>
        <source>frozen</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>figée</translation>
    </message>
    <message>
        <source>frozen {time}</source>
        <extracomment>viewer/ui/wall/overlay.py</extracomment>
        <translation>figée {time}</translation>
    </message>
    <message>
        <source>full</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>complet</translation>
    </message>
    <message>
        <source>gets your pictures</source>
        <extracomment>viewer/ui/remarks.py</extracomment>
        <translation>reçoit vos images</translation>
    </message>
    <message>
        <source>here</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>ici</translation>
    </message>
    <message>
        <source>highlight</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>hautes lumières</translation>
    </message>
    <message>
        <source>horizontal</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>horizontal</translation>
    </message>
    <message>
        <source>idle</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>au repos</translation>
    </message>
    <message>
        <source>if left out</source>
        <extracomment>viewer/core/talk/completion.py</extracomment>
        <translation>si omis</translation>
    </message>
    <message>
        <source>imagezmq carries text and bytes to a camera, and this is {kind}.</source>
        <extracomment>camwire/dialects/imagezmq.py</extracomment>
        <translation>imagezmq transmet du texte et des octets à une caméra, et ceci est {kind}.</translation>
    </message>
    <message>
        <source>imagezmq&apos;s publish mode carries nothing to the camera.</source>
        <extracomment>camwire/dialects/imagezmq.py</extracomment>
        <translation>Le mode publish d’imagezmq ne transmet rien à la caméra.</translation>
    </message>
    <message>
        <source>in force</source>
        <extracomment>viewer/core/controls/offers.py</extracomment>
        <translation>en vigueur</translation>
    </message>
    <message>
        <source>indoor</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>intérieur</translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>il ne peut pas être ouvert</translation>
    </message>
    <message>
        <source>it does not say that it is one</source>
        <extracomment>viewer/core/wall/layout_file.py</extracomment>
        <translation>il ne dit pas en être une</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>il est endommagé</translation>
    </message>
    <message>
        <source>it is no file</source>
        <extracomment>viewer/core/wall/layout_file.py</extracomment>
        <translation>ce n’est pas un fichier</translation>
    </message>
    <message>
        <source>it is not allowed</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>ce n’est pas permis</translation>
    </message>
    <message>
        <source>it is of version {version}, and this viewer knows {known}</source>
        <extracomment>viewer/core/settings.py, viewer/core/wall/layout_file.py</extracomment>
        <translation>il est de version {version}, et cette visionneuse connaît {known}</translation>
    </message>
    <message>
        <source>it is read-only</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>il est en lecture seule</translation>
    </message>
    <message>
        <source>it is too large</source>
        <extracomment>viewer/core/wall/layout_file.py</extracomment>
        <translation>il est trop grand</translation>
    </message>
    <message>
        <source>it said nothing</source>
        <extracomment>viewer/core/own/sources.py, viewer/demo.py</extracomment>
        <translation>il n’a rien dit</translation>
    </message>
    <message>
        <source>its disk does not answer</source>
        <extracomment>camwire/files/disk.py</extracomment>
        <translation>son disque ne répond pas</translation>
    </message>
    <message>
        <source>its program could not start: {error}.</source>
        <extracomment>viewer/core/own/cameras.py</extracomment>
        <translation>son programme n’a pas pu démarrer&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>its program has ended.</source>
        <extracomment>viewer/core/own/cameras.py</extracomment>
        <translation>son programme s’est terminé.</translation>
    </message>
    <message>
        <source>kept back by the camera, as the link or this viewer had no room for more</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>retenues par la caméra, la liaison ou cette visionneuse n&apos;ayant pas de place pour plus</translation>
    </message>
    <message>
        <source>last {value}</source>
        <extracomment>viewer/ui/cards/plot.py</extracomment>
        <translation>dernier {value}</translation>
    </message>
    <message>
        <source>live</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>en direct</translation>
    </message>
    <message>
        <source>long</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>long</translation>
    </message>
    <message>
        <source>manual</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>manuel</translation>
    </message>
    <message>
        <source>max {value}</source>
        <extracomment>viewer/ui/cards/plot.py</extracomment>
        <translation>max. {value}</translation>
    </message>
    <message>
        <source>messages</source>
        <extracomment>camwire/excess.py</extracomment>
        <translation>messages</translation>
    </message>
    <message>
        <source>min {value}</source>
        <extracomment>viewer/ui/cards/plot.py</extracomment>
        <translation>min. {value}</translation>
    </message>
    <message>
        <source>motion</source>
        <extracomment>viewer/ui/motion/meter.py</extracomment>
        <translation>mouvement</translation>
    </message>
    <message>
        <source>night</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>nuit</translation>
    </message>
    <message>
        <source>no picture</source>
        <extracomment>viewer/ui/wall/overlay.py</extracomment>
        <translation>pas d’image</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>viewer/core/controls/titles.py, viewer/ui/wall/figure_rows.py</extracomment>
        <translation>aucune</translation>
    </message>
    <message>
        <source>none of them is a number</source>
        <extracomment>viewer/ui/cards/plot.py</extracomment>
        <translation>aucune n’est un nombre</translation>
    </message>
    <message>
        <source>normal</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>normal</translation>
    </message>
    <message>
        <source>not a number</source>
        <extracomment>viewer/ui/cards/plain.py</extracomment>
        <translation>pas un nombre</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <extracomment>viewer/ui/wall/figure_rows.py, viewer/ui/wall/overlay.py</extracomment>
        <translation>non chiffré</translation>
    </message>
    <message>
        <source>not known</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>not on this wall any more</source>
        <extracomment>viewer/ui/all_chats/found_list.py</extracomment>
        <translation>n’est plus sur ce mur</translation>
    </message>
    <message>
        <source>not paired</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>non associée</translation>
    </message>
    <message>
        <source>not the same camera</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>pas la même caméra</translation>
    </message>
    <message>
        <source>nothing found</source>
        <extracomment>viewer/ui/chat/search.py</extracomment>
        <translation>rien trouvé</translation>
    </message>
    <message>
        <source>now {value}</source>
        <extracomment>viewer/core/controls/offers.py</extracomment>
        <translation>actuellement {value}</translation>
    </message>
    <message>
        <source>number</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>nombre</translation>
    </message>
    <message>
        <source>off</source>
        <extracomment>viewer/core/controls/control_words.py</extracomment>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>offline</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>hors ligne</translation>
    </message>
    <message>
        <source>on</source>
        <extracomment>viewer/core/controls/control_words.py</extracomment>
        <translation>activé</translation>
    </message>
    <message>
        <source>on its way</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>en chemin</translation>
    </message>
    <message>
        <source>on offer</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>proposé</translation>
    </message>
    <message>
        <source>on or off</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>on ou off</translation>
    </message>
    <message>
        <source>on this computer</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>sur cet ordinateur</translation>
    </message>
    <message>
        <source>or</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>ou</translation>
    </message>
    <message>
        <source>picture {width} × {height}</source>
        <extracomment>viewer/ui/cards/plain.py</extracomment>
        <translation>image {width} × {height}</translation>
    </message>
    <message>
        <source>pictures as “{codec}”, which this viewer cannot decode. Update the viewer</source>
        <extracomment>viewer/core/pictures/lane.py</extracomment>
        <translation>des images en «&#xa0;{codec}&#xa0;», que cette visionneuse ne sait pas décoder. Mettez la visionneuse à jour</translation>
    </message>
    <message>
        <source>pictures of shape {shape} and type {dtype}</source>
        <extracomment>camwire/arrays.py</extracomment>
        <translation>des images de forme {shape} et de type {dtype}</translation>
    </message>
    <message>
        <source>pictures of {width:,} × {height:,} pixels</source>
        <extracomment>camwire/arrays.py</extracomment>
        <translation>des images de {width:,} × {height:,} pixels</translation>
    </message>
    <message>
        <source>pictures of {width:,} × {height:,} pixels, more than the {most} megapixels that are safe to decode</source>
        <extracomment>camwire/jpegs.py</extracomment>
        <translation>des images de {width:,} × {height:,} pixels, plus que les {most} mégapixels que l’on peut décoder sans risque</translation>
    </message>
    <message>
        <source>pictures that cannot be decoded ({error})</source>
        <extracomment>viewer/core/pictures/lane.py</extracomment>
        <translation>des images impossibles à décoder ({error})</translation>
    </message>
    <message>
        <source>raw pictures without a layout</source>
        <extracomment>viewer/core/decoders/raw.py</extracomment>
        <translation>des images brutes sans description</translation>
    </message>
    <message>
        <source>received</source>
        <extracomment>viewer/ui/chat/model.py</extracomment>
        <translation>reçu</translation>
    </message>
    <message>
        <source>records</source>
        <extracomment>viewer/ui/cards/plain.py</extracomment>
        <translation>enregistrements</translation>
    </message>
    <message>
        <source>refused</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>refusée</translation>
    </message>
    <message>
        <source>replaced by newer ones before they were decoded</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>remplacées par de plus récentes avant d’être décodées</translation>
    </message>
    <message>
        <source>replaced by newer ones before they were painted</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>remplacées par de plus récentes avant d’être dessinées</translation>
    </message>
    <message>
        <source>scanning</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>recherche</translation>
    </message>
    <message>
        <source>sent</source>
        <extracomment>viewer/ui/cards/spoken.py, viewer/ui/chat/model.py</extracomment>
        <translation>envoyé</translation>
    </message>
    <message>
        <source>shadows</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>ombres</translation>
    </message>
    <message>
        <source>short</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>court</translation>
    </message>
    <message>
        <source>spot</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>point</translation>
    </message>
    <message>
        <source>still</source>
        <extracomment>viewer/ui/motion/meter.py</extracomment>
        <translation>immobile</translation>
    </message>
    <message>
        <source>talk</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>parler</translation>
    </message>
    <message>
        <source>text</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>du texte</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>le disque signale une erreur</translation>
    </message>
    <message>
        <source>the two keys in server.key_secret do not belong together</source>
        <extracomment>viewer/core/calls/vidgear_keys.py</extracomment>
        <translation>les deux clés de server.key_secret ne vont pas ensemble</translation>
    </message>
    <message>
        <source>uncompressed</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>non compressé</translation>
    </message>
    <message>
        <source>unprotected</source>
        <extracomment>viewer/ui/wall/figure_rows.py, viewer/ui/wall/overlay.py</extracomment>
        <translation>sans protection</translation>
    </message>
    <message>
        <source>up to {most}</source>
        <extracomment>viewer/core/controls/control_words.py</extracomment>
        <translation>jusqu’à {most}</translation>
    </message>
    <message>
        <source>usual</source>
        <extracomment>viewer/core/controls/offers.py</extracomment>
        <translation>habituel</translation>
    </message>
    <message>
        <source>vertical</source>
        <extracomment>viewer/core/controls/titles.py</extracomment>
        <translation>vertical</translation>
    </message>
    <message>
        <source>waiting</source>
        <extracomment>viewer/ui/all_chats/receipt_table.py</extracomment>
        <translation>en attente</translation>
    </message>
    <message>
        <source>waiting until the camera is back</source>
        <extracomment>viewer/ui/chat/model.py</extracomment>
        <translation>attend le retour de la caméra</translation>
    </message>
    <message>
        <source>watch</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>voir</translation>
    </message>
    <message>
        <source>were damaged</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>étaient endommagées</translation>
    </message>
    <message>
        <source>whole number</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>nombre entier</translation>
    </message>
    <message>
        <source>{amount} GB</source>
        <extracomment>viewer/ui/cards/amounts.py</extracomment>
        <translation>{amount} Go</translation>
    </message>
    <message>
        <source>{amount} MB</source>
        <extracomment>viewer/ui/cards/amounts.py</extracomment>
        <translation>{amount} Mo</translation>
    </message>
    <message>
        <source>{amount} kB</source>
        <extracomment>viewer/ui/cards/amounts.py</extracomment>
        <translation>{amount} ko</translation>
    </message>
    <message>
        <source>{amount} of {limit} Mbit/s</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>{amount} sur {limit} Mbit/s</translation>
    </message>
    <message>
        <source>{below} or {above}</source>
        <extracomment>camwire/commands/kinds.py</extracomment>
        <translation>{below} ou {above}</translation>
    </message>
    <message>
        <source>{camera} gets no pictures any more. {why}</source>
        <extracomment>viewer/ui/remarks.py</extracomment>
        <translation>{camera} ne reçoit plus d’images. {why}</translation>
    </message>
    <message>
        <source>{camera} is in {group} now.</source>
        <extracomment>viewer/ui/walls.py</extracomment>
        <translation>{camera} est maintenant dans {group}.</translation>
    </message>
    <message>
        <source>{camera} is not being recorded any more.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>{camera} n’est plus enregistrée.</translation>
    </message>
    <message>
        <source>{camera} says: {text}</source>
        <extracomment>viewer/ui/wall/tile.py</extracomment>
        <translation>{camera} dit&#xa0;: {text}</translation>
    </message>
    <message>
        <source>{camera} was removed.</source>
        <extracomment>viewer/ui/walls.py</extracomment>
        <translation>{camera} a été retirée.</translation>
    </message>
    <message>
        <source>{camera} · paired already</source>
        <extracomment>viewer/ui/pairing/which_camera.py</extracomment>
        <translation>{camera} · déjà associée</translation>
    </message>
    <message>
        <source>{camera} · shows a code</source>
        <extracomment>viewer/ui/pairing/which_camera.py</extracomment>
        <translation>{camera} · affiche un code</translation>
    </message>
    <message>
        <source>{camera}, {state}</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>{camera}, {state}</translation>
    </message>
    <message>
        <source>{count:,} dropped</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>{count:,} perdues</translation>
    </message>
    <message>
        <source>{count:,} messages are waiting already. Wait until the camera has some.</source>
        <extracomment>camwire/turns.py</extracomment>
        <translation>{count:,} messages attendent déjà. Attendez que la caméra en ait reçu.</translation>
    </message>
    <message>
        <source>{count:,} messages are waiting already. Wait until the other end has received some.</source>
        <extracomment>camwire/conversation.py</extracomment>
        <translation>{count:,} messages attendent déjà. Attendez que l’autre côté en ait reçu.</translation>
    </message>
    <message>
        <source>{count:,} more</source>
        <extracomment>viewer/ui/cards/table.py</extracomment>
        <translation>{count:,} autres</translation>
    </message>
    <message>
        <source>{count} more</source>
        <extracomment>camwire/wording.py</extracomment>
        <translation>{count} autres</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>{day} {month}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>{day} {month} {year}</translation>
    </message>
    <message>
        <source>{day} · no time zone said</source>
        <extracomment>viewer/ui/cards/scalar.py</extracomment>
        <translation>{day} · fuseau horaire non indiqué</translation>
    </message>
    <message>
        <source>{done} of {whole}</source>
        <extracomment>viewer/ui/cards/amounts.py</extracomment>
        <translation>{done} sur {whole}</translation>
    </message>
    <message>
        <source>{endpoint} can be reached from other computers, and nothing is encrypted there. Add --open if everyone on that network may watch and talk, or listen on tcp://127.0.0.1.</source>
        <extracomment>camwire/endpoint.py</extracomment>
        <translation>{endpoint} est accessible depuis d’autres ordinateurs, et rien n’y est chiffré. Ajoutez --open si chacun sur ce réseau peut regarder et parler, ou écoutez sur tcp://127.0.0.1.</translation>
    </message>
    <message>
        <source>{endpoint} cannot be used: this program has too many files and connections open. Show fewer cameras, or allow it more of them (ulimit -n).</source>
        <extracomment>camwire/sockets.py</extracomment>
        <translation>{endpoint} ne peut être utilisé : ce programme a trop de fichiers et de connexions ouverts. Montrez moins de caméras, ou permettez-lui-en davantage (ulimit -n).</translation>
    </message>
    <message>
        <source>{endpoint} cannot be used: {why}.</source>
        <extracomment>camwire/sockets.py</extracomment>
        <translation>{endpoint} est inutilisable&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>{endpoint} is in use by another program. End that one, or choose another port.</source>
        <extracomment>camwire/sockets.py</extracomment>
        <translation>{endpoint} est utilisé par un autre programme. Terminez-le, ou choisissez un autre port.</translation>
    </message>
    <message>
        <source>{endpoint} is no address to connect to: {why}.</source>
        <extracomment>camwire/link.py</extracomment>
        <translation>{endpoint} n’est pas une adresse où se connecter&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>{endpoint} is no place to listen at. A viewer listens at tcp://, {known}.</source>
        <extracomment>viewer/core/calls/listening.py</extracomment>
        <translation>On ne peut pas écouter sur {endpoint}. Une visionneuse écoute sur tcp://, {known}.</translation>
    </message>
    <message>
        <source>{error} Until then, conversations are kept only until this window is closed.</source>
        <extracomment>viewer/app.py</extracomment>
        <translation>{error} D’ici là, les conversations ne sont gardées que jusqu’à la fermeture de cette fenêtre.</translation>
    </message>
    <message>
        <source>{file} cannot be deleted: {why}. Another program may have it open.</source>
        <extracomment>viewer/ui/replay/window.py</extracomment>
        <translation>{file} ne peut pas être supprimé&#xa0;: {why}. Un autre programme l’a peut-être ouvert.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({why}). Export without it.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>{file} ne peut pas être lu ({why}). Exportez sans cet enregistrement.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {error}. Is it there?</source>
        <extracomment>viewer/core/wall/layout_file.py</extracomment>
        <translation>{file} ne peut pas être lu&#xa0;: {error}. Est-il là&#xa0;?</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <extracomment>camwire/sealed_file.py</extracomment>
        <translation>{file} ne peut être lu : {why}.</translation>
    </message>
    <message>
        <source>{file} cannot be written ({why}). Choose another folder.</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>{file} ne peut pas être écrit ({why}). Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{file} cannot be written. Choose another folder.</source>
        <extracomment>viewer/ui/dialogs/picture.py</extracomment>
        <translation>{file} ne peut pas être écrit. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}. Choose another name.</source>
        <extracomment>camwire/sealed_file.py</extracomment>
        <translation>{file} ne peut être écrit : {why}. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{file} is gone. Bring it back, or export without it.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>{file} a disparu. Remettez-le, ou exportez sans cet enregistrement.</translation>
    </message>
    <message>
        <source>{file} is no export of a viewer. One of a camera is for: watchword-camera identity</source>
        <extracomment>viewer/core/pairing/moving.py</extracomment>
        <translation>{file} n’est pas l’export d’une visionneuse. Celui d’une caméra est pour : watchword-camera identity</translation>
    </message>
    <message>
        <source>{file} is no layout of Watchword that can be opened: {error}.</source>
        <extracomment>viewer/core/wall/layout_file.py</extracomment>
        <translation>{file} n’est pas une disposition Watchword que l’on puisse ouvrir&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>{file} is one of the recordings that are to be exported. Choose another name.</source>
        <extracomment>viewer/core/recording/export.py</extracomment>
        <translation>{file} est l’un des enregistrements à exporter. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{file} is written. Import it on the other computer, and remove it then.</source>
        <extracomment>viewer/ui/pairing/paired_dialog.py</extracomment>
        <translation>{file} est écrit. Importez-le sur l’autre ordinateur, puis supprimez-le.</translation>
    </message>
    <message>
        <source>{folder} cannot be opened: {why}.</source>
        <extracomment>viewer/ui/recording/recording_actions.py</extracomment>
        <translation>{folder} ne peut pas être ouvert&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>{folder} cannot be read ({why}).</source>
        <extracomment>viewer/ui/replay/window.py</extracomment>
        <translation>{folder} ne peut pas être lu ({why}).</translation>
    </message>
    <message>
        <source>{folder} cannot be used ({why}). Choose another.</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>{folder} est inutilisable ({why}). Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>{folder} could not be written to: {why}. Choose another folder in the preferences.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>Impossible d’écrire dans {folder}&#xa0;: {why}. Choisissez un autre dossier dans les préférences.</translation>
    </message>
    <message>
        <source>{folder} is gone. Bring it back, or choose another folder in the preferences.</source>
        <extracomment>viewer/core/recording/troubles.py</extracomment>
        <translation>{folder} a disparu. Remettez-le, ou choisissez un autre dossier dans les préférences.</translation>
    </message>
    <message>
        <source>{folder} is no whole path. Use “Choose…” to find the folder.</source>
        <extracomment>viewer/core/chosen_folder.py</extracomment>
        <translation>{folder} n’est pas un chemin complet. «&#xa0;Choisir…&#xa0;» aide à trouver le dossier.</translation>
    </message>
    <message>
        <source>{fps:.1f} fps</source>
        <extracomment>viewer/ui/look/words.py, viewer/ui/wall/figure_rows.py</extracomment>
        <translation>{fps:.1f} i/s</translation>
    </message>
    <message>
        <source>{host} is no address of this computer. Listen on 127.0.0.1, on one of its own, or on *.</source>
        <extracomment>camwire/sockets.py</extracomment>
        <translation>{host} n’est pas une adresse de cet ordinateur. Écoutez sur 127.0.0.1, sur l’une des siennes ou sur *.</translation>
    </message>
    <message>
        <source>{hours} h left</source>
        <extracomment>viewer/ui/cards/amounts.py</extracomment>
        <translation>encore {hours} h</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{keys} belongs to “{action}”. “Use here” takes it from there.</source>
        <extracomment>viewer/ui/dialogs/shortcuts.py</extracomment>
        <translation>{keys} appartient à «&#xa0;{action}&#xa0;». «&#xa0;Utiliser ici&#xa0;» le lui prend.</translation>
    </message>
    <message>
        <source>{key} is for listening. Cameras that are connected to begin with tcp:// or sub+tcp://.</source>
        <extracomment>viewer/core/fleet.py</extracomment>
        <translation>{key} sert à écouter. Les caméras auxquelles on se connecte commencent par tcp:// ou sub+tcp://.</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{least} à {most}</translation>
    </message>
    <message>
        <source>{line} failed: </source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>{line} a échoué&#xa0;: </translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <extracomment>viewer/ui/look/words.py</extracomment>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <extracomment>viewer/ui/cards/amounts.py</extracomment>
        <translation>encore {minutes} min</translation>
    </message>
    <message>
        <source>{name} at {key} is on the wall already.</source>
        <extracomment>viewer/core/fleet.py</extracomment>
        <translation>{name} à {key} est déjà sur le mur.</translation>
    </message>
    <message>
        <source>{name} begins at {least}.</source>
        <extracomment>camwire/controls.py</extracomment>
        <translation>{name} commence à {least}.</translation>
    </message>
    <message>
        <source>{name} calls itself by the id of {other}, which is paired by another key. Nothing was kept. If {other} was set up anew, forget it in Paired cameras first, and pair again.</source>
        <extracomment>viewer/core/known_cameras.py</extracomment>
        <translation>{name} prend l’identifiant de {other}, associée par une autre clé. Rien n’a été gardé. Si {other} a été réinstallée, oubliez-la d’abord dans « Caméras associées », et associez de nouveau.</translation>
    </message>
    <message>
        <source>{name} can only be {only}; {given} is not known.</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{name} ne peut être que {only}&#xa0;; {given} n’est pas connu.</translation>
    </message>
    <message>
        <source>{name} cannot be read ({why}).</source>
        <extracomment>viewer/core/replay/reel.py</extracomment>
        <translation>{name} ne peut pas être lu ({why}).</translation>
    </message>
    <message>
        <source>{name} cannot be read. It is damaged, or it is no recording.</source>
        <extracomment>viewer/core/replay/reel.py</extracomment>
        <translation>{name} ne peut pas être lu. Il est endommagé, ou ce n’est pas un enregistrement.</translation>
    </message>
    <message>
        <source>{name} gets your pictures.</source>
        <extracomment>viewer/core/showing/showing.py</extracomment>
        <translation>{name} reçoit vos images.</translation>
    </message>
    <message>
        <source>{name} goes from {least} to {most}, in steps of {step}.</source>
        <extracomment>camwire/controls.py</extracomment>
        <translation>{name} va de {least} à {most}, par pas de {step}.</translation>
    </message>
    <message>
        <source>{name} goes from {least} to {most}.</source>
        <extracomment>camwire/controls.py</extracomment>
        <translation>{name} va de {least} à {most}.</translation>
    </message>
    <message>
        <source>{name} goes from {range}.</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{name} va de {range}.</translation>
    </message>
    <message>
        <source>{name} goes in steps of {step}: {near}.</source>
        <extracomment>camwire/commands/kinds.py</extracomment>
        <translation>{name} va par pas de {step}&#xa0;: {near}.</translation>
    </message>
    <message>
        <source>{name} goes up to {most}.</source>
        <extracomment>camwire/controls.py</extracomment>
        <translation>{name} va jusqu’à {most}.</translation>
    </message>
    <message>
        <source>{name} has an error: {why}. It was kept as {aside}; the wall starts with defaults.</source>
        <extracomment>viewer/core/settings.py</extracomment>
        <translation>{name} contient une erreur&#xa0;: {why}. Il a été gardé sous {aside}&#xa0;; le mur démarre avec les valeurs par défaut.</translation>
    </message>
    <message>
        <source>{name} is a number; {given} is none.</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{name} est un nombre&#xa0;; {given} n’en est pas un.</translation>
    </message>
    <message>
        <source>{name} is a whole number; {given} is none.</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{name} est un nombre entier&#xa0;; {given} n’en est pas un.</translation>
    </message>
    <message>
        <source>{name} is away. The pictures go on when it is back.</source>
        <extracomment>viewer/core/showing/showing.py</extracomment>
        <translation>{name} est absente. Les images reprendront à son retour.</translation>
    </message>
    <message>
        <source>{name} is damaged: {error}. It was kept as {aside}; a new one was begun.</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>{name} est endommagé&#xa0;: {error}. Il a été gardé sous {aside}&#xa0;; un nouveau a été commencé.</translation>
    </message>
    <message>
        <source>{name} is given twice.</source>
        <extracomment>camwire/commands/lines.py</extracomment>
        <translation>{name} est donné deux fois.</translation>
    </message>
    <message>
        <source>{name} is missing: {usage}</source>
        <extracomment>camwire/commands/problems.py</extracomment>
        <translation>Il manque {name}&#xa0;: {usage}</translation>
    </message>
    <message>
        <source>{name} is not as this program has left it. Move it to another place and start again.</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>{name} n’est pas comme ce programme l’a laissé. Déplacez ce fichier ailleurs et redémarrez.</translation>
    </message>
    <message>
        <source>{name} is not complete. Write JSON, such as [1, 2], {{&quot;a&quot;: 1}} or &quot;text&quot;.</source>
        <extracomment>camwire/commands/lines.py</extracomment>
        <translation>{name} n’est pas complet. Écrivez du JSON, comme [1, 2], {{&quot;a&quot;: 1}} ou &quot;text&quot;.</translation>
    </message>
    <message>
        <source>{name} is not on this wall any more. Add it again to read on.</source>
        <extracomment>viewer/ui/all_chats/search.py</extracomment>
        <translation>{name} n’est plus sur ce mur. Ajoutez-la de nouveau pour lire la suite.</translation>
    </message>
    <message>
        <source>{name} is on or off.</source>
        <extracomment>camwire/controls.py</extracomment>
        <translation>{name} est activé ou désactivé.</translation>
    </message>
    <message>
        <source>{name} is on the wall already.</source>
        <extracomment>viewer/core/own/cameras.py</extracomment>
        <translation>{name} est déjà sur le mur.</translation>
    </message>
    <message>
        <source>{name} is one of {choices}; {given} is none of them.</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{name} est parmi {choices}&#xa0;; {given} n’en fait pas partie.</translation>
    </message>
    <message>
        <source>{name} is one of: {choices}.</source>
        <extracomment>camwire/controls.py</extracomment>
        <translation>{name} est parmi&#xa0;: {choices}.</translation>
    </message>
    <message>
        <source>{name} is text; {given} is none.</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{name} est du texte&#xa0;; {given} n’en est pas.</translation>
    </message>
    <message>
        <source>{name} is {either}; {given} is neither.</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{name} est {either}&#xa0;; {given} n’est ni l’un ni l’autre.</translation>
    </message>
    <message>
        <source>{name} is {range}.</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{name} est {range}.</translation>
    </message>
    <message>
        <source>{name} sends its pictures uncompressed, and only JPEG can be passed on. Set its program to JPEG.</source>
        <extracomment>viewer/core/showing/source.py</extracomment>
        <translation>{name} envoie ses images non compressées, et seul le JPEG peut être transmis. Réglez son programme sur JPEG.</translation>
    </message>
    <message>
        <source>{name} takes no pictures. In its program, write @camera.on_picture above a function, and start it again.</source>
        <extracomment>viewer/core/showing/showing.py</extracomment>
        <translation>{name} ne prend pas d’images. Dans son programme, écrivez @camera.on_picture au-dessus d’une fonction, et relancez-le.</translation>
    </message>
    <message>
        <source>{name} takes numbers.</source>
        <extracomment>camwire/controls.py</extracomment>
        <translation>{name} prend des nombres.</translation>
    </message>
    <message>
        <source>{name} takes whole numbers.</source>
        <extracomment>camwire/controls.py</extracomment>
        <translation>{name} prend des nombres entiers.</translation>
    </message>
    <message>
        <source>{name} was removed from the wall, so no more pictures come.</source>
        <extracomment>viewer/core/showing/showings.py</extracomment>
        <translation>{name} a été retirée du mur&#xa0;: il ne vient plus d’images.</translation>
    </message>
    <message>
        <source>{name} was written by a newer version of this program. Update this one and start again.</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>{name} a été écrit par une version plus récente de ce programme. Mettez celui-ci à jour et redémarrez.</translation>
    </message>
    <message>
        <source>{name}: {sentence} It is tried again until it works.</source>
        <extracomment>viewer/core/own/cameras.py</extracomment>
        <translation>{name}&#xa0;: {sentence} On réessaie jusqu’à ce que cela marche.</translation>
    </message>
    <message>
        <source>{passed} of {whole}</source>
        <extracomment>viewer/ui/replay/player.py</extracomment>
        <translation>{passed} sur {whole}</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {why}. {cure}.</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>{path} ne peut pas être ouvert&#xa0;: {why}. {cure}.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). The wall starts with default settings and saves none. Make the file readable and start again.</source>
        <extracomment>viewer/core/settings.py</extracomment>
        <translation>{path} ne peut pas être lu ({why}). Le mur démarre avec les valeurs par défaut et n’en enregistre aucune. Rendez le fichier lisible et redémarrez.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}. {cure}.</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>{path} ne peut pas être lu&#xa0;: {why}. {cure}.</translation>
    </message>
    <message>
        <source>{path} cannot be used: {why}. Make it and its folder readable and writable, and start again.</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>{path} est inutilisable&#xa0;: {why}. Rendez-le, avec son dossier, accessible en lecture et en écriture, puis redémarrez.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}.</source>
        <extracomment>viewer/core/pairing/moving.py</extracomment>
        <translation>{path} ne peut être écrit : {why}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {why}. {cure}.</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>{path} ne peut pas être écrit&#xa0;: {why}. {cure}.</translation>
    </message>
    <message>
        <source>{path} has an error: {why}. It could not be kept aside ({trouble}), so nothing is saved. Mend the file and start again.</source>
        <extracomment>viewer/core/settings.py</extracomment>
        <translation>{path} contient une erreur&#xa0;: {why}. Il n’a pas pu être mis de côté ({trouble}), donc rien n’est enregistré. Corrigez le fichier et redémarrez.</translation>
    </message>
    <message>
        <source>{path} is in use: this program runs already. End that one and start again.</source>
        <extracomment>camwire/journal_file.py</extracomment>
        <translation>{path} est utilisé&#xa0;: ce programme tourne déjà. Terminez l’autre et redémarrez.</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <extracomment>viewer/ui/chat/search.py</extracomment>
        <translation>{place} sur {count}</translation>
    </message>
    <message>
        <source>{range}, in steps of {step}</source>
        <extracomment>camwire/commands/wanted.py</extracomment>
        <translation>{range}, par pas de {step}</translation>
    </message>
    <message>
        <source>{said}, about a picture</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>{said}, à propos d’une image</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <extracomment>viewer/ui/cards/amounts.py</extracomment>
        <translation>encore {seconds} s</translation>
    </message>
    <message>
        <source>{secret_file} holds no secret key. Copy it from a sender that ran with secure_mode.</source>
        <extracomment>viewer/core/calls/vidgear_keys.py</extracomment>
        <translation>{secret_file} ne contient pas de clé secrète. Copiez-le d’un émetteur qui a tourné avec secure_mode.</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <extracomment>viewer/ui/preferences/recording.py</extracomment>
        <translation>{size} Mo</translation>
    </message>
    <message>
        <source>{size} are free on this disk.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>{size} sont libres sur ce disque.</translation>
    </message>
    <message>
        <source>{size} of {full}</source>
        <extracomment>viewer/ui/look/words.py, viewer/ui/wall/figure_rows.py</extracomment>
        <translation>{size} sur {full}</translation>
    </message>
    <message>
        <source>{size}, {fps:.1f} pictures a second, {sent:,} sent.</source>
        <extracomment>viewer/ui/dialogs/show.py</extracomment>
        <translation>{size}, {fps:.1f} images par seconde, {sent:,} envoyées.</translation>
    </message>
    <message>
        <source>{title}, empty</source>
        <extracomment>viewer/ui/cards/rows.py</extracomment>
        <translation>{title}, vide</translation>
    </message>
    <message>
        <source>{trip} there and back</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>{trip} aller-retour</translation>
    </message>
    <message>
        <source>{usual}, rarely {most}</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>{usual}, rarement {most}</translation>
    </message>
    <message>
        <source>{where} does not answer. Is the camera still there? Try again.</source>
        <extracomment>viewer/core/pairing/asking.py</extracomment>
        <translation>{where} ne répond pas. La caméra est-elle encore là ? Réessayez.</translation>
    </message>
    <message>
        <source>{where} takes the call but says nothing. If a camera hangs there, restart it.</source>
        <extracomment>viewer/core/calls/dialler.py</extracomment>
        <translation>{where} prend l’appel mais ne dit rien. Si une caméra y est bloquée, redémarrez-la.</translation>
    </message>
    <message>
        <source>{who} connects again and again, and never gets in. Its calls are hung up on, {seconds:g} seconds at a time. Look what runs there.</source>
        <extracomment>camwire/excess.py</extracomment>
        <translation>{who} se connecte sans cesse, et n’entre jamais. Ses appels sont rejetés, {seconds:g} secondes à la fois. Regardez ce qui tourne là-bas.</translation>
    </message>
    <message>
        <source>{who} opens too many connections. Those that say nothing are closed. Look what runs there.</source>
        <extracomment>camwire/excess.py</extracomment>
        <translation>{who} ouvre trop de connexions. Celles qui ne disent rien sont fermées. Regardez ce qui tourne là-bas.</translation>
    </message>
    <message>
        <source>{who} sends messages that are broken or larger than {most} MB. The connection was ended. Restart the program there.</source>
        <extracomment>camwire/excess.py</extracomment>
        <translation>{who} envoie des messages abîmés ou de plus de {most} Mo. La connexion a été coupée. Redémarrez le programme là-bas.</translation>
    </message>
    <message>
        <source>{who} sends more than can be read. The connection was ended. Restart the program there.</source>
        <extracomment>camwire/excess.py</extracomment>
        <translation>{who} envoie plus que ce qui peut être lu. La connexion a été coupée. Redémarrez le programme qui s’y trouve.</translation>
    </message>
    <message>
        <source>{who} sends more than {most} {unit} a second, and does not stop. The connection was ended. Restart the program there.</source>
        <extracomment>camwire/excess.py</extracomment>
        <translation>{who} envoie plus de {most} {unit} par seconde, et ne s’arrête pas. La connexion a été coupée. Redémarrez le programme là-bas.</translation>
    </message>
    <message>
        <source>{who} sends more than {most} {unit} a second, and is slowed down.</source>
        <extracomment>camwire/excess.py</extracomment>
        <translation>{who} envoie plus de {most} {unit} par seconde, et est ralenti.</translation>
    </message>
    <message>
        <source>– counted from when they arrived; what the way took is not known</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>– compté depuis leur arrivée ; la durée du trajet n&apos;est pas connue</translation>
    </message>
    <message>
        <source>– known to ±{error} ms</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>– à ±{error} ms près</translation>
    </message>
    <message>
        <source>“{name}” came damaged twice. Send it again; if that fails too, look after the disks.</source>
        <extracomment>camwire/files/incoming.py</extracomment>
        <translation>«&#xa0;{name}&#xa0;» est arrivé endommagé deux fois. Renvoyez-le&#xa0;; si cela échoue aussi, vérifiez les disques.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read any more: {why}. Send it again.</source>
        <extracomment>camwire/files/offered.py</extracomment>
        <translation>«&#xa0;{name}&#xa0;» ne peut plus être lu&#xa0;: {why}. Renvoyez-le.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read: {why}.</source>
        <extracomment>camwire/files/offered.py</extracomment>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être lu&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>“{name}” cannot be written to {folder}: {why}. It goes on by itself when that is put right.</source>
        <extracomment>camwire/files/part.py</extracomment>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas être écrit dans {folder}&#xa0;: {why}. Cela reprendra de soi-même une fois corrigé.</translation>
    </message>
    <message>
        <source>“{name}” is being written. Send it when it is finished.</source>
        <extracomment>camwire/files/offered.py</extracomment>
        <translation>«&#xa0;{name}&#xa0;» est en cours d’écriture. Envoyez-le quand il est terminé.</translation>
    </message>
    <message>
        <source>“{name}” is larger than {most} GB. Send it in parts, or by another program.</source>
        <extracomment>camwire/files/offered.py</extracomment>
        <translation>«&#xa0;{name}&#xa0;» dépasse {most} Go. Envoyez-le en plusieurs parties, ou avec un autre programme.</translation>
    </message>
    <message>
        <source>“{name}” is no file. A folder can be sent as a ZIP file.</source>
        <extracomment>camwire/files/offered.py</extracomment>
        <translation>«&#xa0;{name}&#xa0;» n’est pas un fichier. Un dossier peut être envoyé comme fichier ZIP.</translation>
    </message>
    <message>
        <source>“{name}” was changed after it was sent. Send it again.</source>
        <extracomment>camwire/files/offered.py</extracomment>
        <translation>«&#xa0;{name}&#xa0;» a été modifié après l’envoi. Renvoyez-le.</translation>
    </message>
    <message>
        <source>“{text}” begins with {scheme}://. Known are tcp://, {known}.</source>
        <extracomment>camwire/endpoint.py</extracomment>
        <translation>«&#xa0;{text}&#xa0;» commence par {scheme}://. Sont connus tcp://, {known}.</translation>
    </message>
    <message>
        <source>“{text}” begins with {scheme}://. Watchword uses tcp://, as in tcp://192.168.1.20:5600</source>
        <extracomment>camwire/endpoint.py</extracomment>
        <translation>«&#xa0;{text}&#xa0;» commence par {scheme}://. Watchword utilise tcp://, comme dans tcp://192.168.1.20:5600</translation>
    </message>
    <message>
        <source>“{text}” has the port “{port}”. A port is a number from 1 to 65535.</source>
        <extracomment>camwire/endpoint.py</extracomment>
        <translation>«&#xa0;{text}&#xa0;» a le port «&#xa0;{port}&#xa0;». Un port est un nombre de 1 à 65535.</translation>
    </message>
    <message>
        <source>“{text}” is a port without a host. Did you mean tcp://127.0.0.1:{host}?</source>
        <extracomment>camwire/endpoint.py</extracomment>
        <translation>«&#xa0;{text}&#xa0;» est un port sans hôte. Vouliez-vous dire tcp://127.0.0.1:{host}&#xa0;?</translation>
    </message>
    <message>
        <source>“{text}” is no address. Write it like tcp://192.168.1.20:5600 or tcp://porch.local:5600</source>
        <extracomment>camwire/endpoint.py</extracomment>
        <translation>«&#xa0;{text}&#xa0;» n’est pas une adresse. Écrivez-la comme tcp://192.168.1.20:5600 ou tcp://porch.local:5600</translation>
    </message>
    <message>
        <source>“{text}” names a port twice.</source>
        <extracomment>camwire/endpoint.py</extracomment>
        <translation>«&#xa0;{text}&#xa0;» indique un port deux fois.</translation>
    </message>
    <message>
        <source>“{text}” names {count} ports; at most {most} fit in one address.</source>
        <extracomment>camwire/endpoint.py</extracomment>
        <translation>«&#xa0;{text}&#xa0;» indique {count} ports&#xa0;; {most} au plus tiennent dans une adresse.</translation>
    </message>
    <message>
        <source>“{text}” to {cameras}: {states}.</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>«&#xa0;{text}&#xa0;» à {cameras}&#xa0;: {states}.</translation>
    </message>
    <message>
        <source>“{word}” is none of the words. Is it “{alike}”?</source>
        <extracomment>camwire/pairing/spelling.py</extracomment>
        <translation>« {word} » n’est aucun des mots. Est-ce « {alike} » ?</translation>
    </message>
    <message>
        <source>“{word}” is none of the words. Look at the camera&apos;s code again.</source>
        <extracomment>camwire/pairing/spelling.py</extracomment>
        <translation>« {word} » n’est aucun des mots. Regardez de nouveau le code de la caméra.</translation>
    </message>
    <message>
        <source>… too much to unfold at once</source>
        <extracomment>viewer/ui/cards/tree.py</extracomment>
        <translation>… trop pour tout déplier d’un coup</translation>
    </message>
    <message>
        <source>… {count:,} more · Show more</source>
        <extracomment>viewer/ui/cards/tree.py</extracomment>
        <translation>… {count:,} autres · Montrer plus</translation>
    </message>
    <message>
        <source>● recording</source>
        <extracomment>viewer/ui/replay/recordings_list.py</extracomment>
        <translation>● enregistre</translation>
    </message>
</context>
</TS>
