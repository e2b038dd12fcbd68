# The words of Chancery in French. The same messages in the same order as en.ftl, with the same arguments (a test compares).

## General

trash-done = { $what } est dans la corbeille. Rien n’est perdu : on peut le restaurer.

## Brief (PDF, Markdown)

brief-date = Date
brief-cutoff = Arrêt de l’information
brief-prepared-by = Préparé par
brief-handling = Diffusion
brief-bluf = L’essentiel
brief-judgements = Jugements clés
brief-scope = Périmètre
brief-discussion = Analyse
brief-timeline = Chronologie
brief-risk-picture = Tableau des risques
brief-assumptions = Hypothèses clés
brief-alternatives = Analyse alternative
brief-outlook = Perspectives et indicateurs
brief-implications = Implications
brief-changes = Évolution depuis la note précédente
brief-gaps = Lacunes du renseignement
brief-evidence = Éléments de preuve
brief-source-summary = Synthèse des sources
brief-sources = Sources
brief-how-to-read = Comment lire cette note
brief-not-assessed = Non évalué dans cette note.
brief-uncited = Éléments qu’aucun passage ne cite :
brief-no-evidence = Cette note ne cite aucun élément.
brief-no-sources = Cette note ne cite aucune source.
brief-confidence-sentence = Le niveau de confiance est { $level } : { $basis }.
brief-confidence-without-basis = Le niveau de confiance est { $level }.
brief-confidence-low = faible
brief-confidence-moderate = modéré
brief-confidence-high = élevé
brief-likelihood = Probabilité
brief-impact = Impact
brief-rating = Niveau
brief-risk = Risque
brief-risk-id = N°
brief-horizon = Impact et horizon
brief-sectors-are = selon la source : { $words }
brief-impact-is = Impact : { $word }
brief-until = Jusqu’au { $date }
brief-horizon-is = Horizon : { $words }
brief-as-of-date = Au { $date }
brief-trend-new = Nouveau
brief-trend-rising = En hausse
brief-trend-stable = Stable
brief-trend-falling = En baisse
brief-previous-position = Contour en tirets : position précédente
brief-matrix-alt = Matrice des risques, probabilité et impact.
brief-matrix-alt-risk = { $id } { $title } : probabilité { $likelihood }, impact { $impact }, niveau { $rating }.
brief-direction-raises = augmente la probabilité
brief-direction-lowers = réduit la probabilité
brief-state-not-seen = non observé
brief-state-emerging = émergent
brief-state-seen = observé
brief-state-reversed = inversé
brief-kind-fact = marqué comme fait
brief-kind-judgement = marqué comme jugement
brief-kind-risk = marqué comme risque
brief-kind-question = marqué comme question
brief-kind-claim = marqué comme déclaration
brief-stance-supports = appuie
brief-stance-contradicts = contredit
brief-stance-context = contexte
brief-analyst-note = Note de l’analyste :
brief-cited = cité
brief-page-short = p. { $page }
brief-page = Page { $page } sur { $pages }
brief-version = v{ $version } { $status }
brief-accessed = Consulté le { $date }.
brief-dateline = daté de { $place }
brief-no-publisher = [éditeur non indiqué]
brief-no-date = [date non indiquée]
brief-admiralty = Amirauté { $grade } : { $reliability } ; { $credibility }.
brief-reliability-a = totalement fiable
brief-reliability-b = habituellement fiable
brief-reliability-c = assez fiable
brief-reliability-d = pas toujours fiable
brief-reliability-e = peu sûre
brief-reliability-f = fiabilité impossible à juger
brief-credibility-1 = confirmé par d’autres sources
brief-credibility-2 = probablement vrai
brief-credibility-3 = peut-être vrai
brief-credibility-4 = douteux
brief-credibility-5 = improbable
brief-credibility-6 = véracité impossible à juger
brief-tlp-red = Réservé aux destinataires nommés
brief-tlp-amber-strict = Organisation destinataire seulement, besoin d’en connaître
brief-tlp-amber = Organisation destinataire et ses clients, besoin d’en connaître
brief-tlp-green = Communauté destinataire ; pas de canal public
brief-tlp-clear = Diffusion sans limite
brief-read-likelihood = La probabilité suit les termes de { $scale }, chacun une plage sur une barre de 0 à 100 %.
brief-read-confidence = La confiance est distincte : élevée, elle repose sur plusieurs bonnes sources indépendantes et peu d’hypothèses ; modérée, sur des sources en partie corroborées ; faible, sur des sources fragmentaires ou uniques.
brief-read-grades = Une cotation réunit la fiabilité de la source (de A, totalement fiable, à E, peu sûre ; F, impossible à juger) et la crédibilité d’un passage (de 1, confirmé, à 5, improbable ; 6, impossible à juger) ; la cotation d’une source montre le passage le moins crédible qui en est tiré.
brief-read-words = Les mots cités parmi les éléments sont ceux des sources, tout le reste est le jugement des auteurs. Les chiffres mènent aux éléments, les lettres ramènent au texte.
brief-date-long = { $day } { $month } { $year }
brief-month-1 = janvier
brief-month-2 = février
brief-month-3 = mars
brief-month-4 = avril
brief-month-5 = mai
brief-month-6 = juin
brief-month-7 = juillet
brief-month-8 = août
brief-month-9 = septembre
brief-month-10 = octobre
brief-month-11 = novembre
brief-month-12 = décembre
brief-month-short-1 = janv.
brief-month-short-2 = févr.
brief-month-short-3 = mars
brief-month-short-4 = avr.
brief-month-short-5 = mai
brief-month-short-6 = juin
brief-month-short-7 = juil.
brief-month-short-8 = août
brief-month-short-9 = sept.
brief-month-short-10 = oct.
brief-month-short-11 = nov.
brief-month-short-12 = déc.

## Window

window-count =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
window-opening = Ouverture de la bibliothèque…
window-position = { $at } sur { $total }
window-unread = Non lu
window-read = Lu
window-archived = Archivé
window-starred = Favori
window-annotations =
    { $count ->
        [one] { $count } annotation
       *[other] { $count } annotations
    }
window-authors-two = { $first } et { $second }
window-authors-more = { $first } et { $others } autres
window-retry = Réessayer
window-bug = Quelque chose s’est interrompu dans Chancery. Rien n’a été écrit à moitié : chaque changement est gardé entier ou pas du tout.
window-bug-hint = Réessayez. Si cela se reproduit, redémarrez Chancery et lancez « chancery check ».
window-no-screen = Chancery n’a trouvé aucun écran pour ouvrir sa fenêtre. Aucune bibliothèque n’a été touchée.
window-no-screen-hint = Lancez-le dans une session graphique, ou utilisez « chancery », qui fait tout depuis un terminal.
window-usage = Chancery a été lancé avec une option qu’il ne connaît pas ; aucune bibliothèque n’a été ouverte.
window-usage-hint = Lancez « chancery-window », ou « chancery-window --library DOSSIER » pour une bibliothèque de votre choix.

window-not-chosen = Chancery n’ouvre et n’écrit que les fichiers choisis dans un dialogue, déposés sur la fenêtre ou nommés au lancement. Rien n’a été ouvert ni écrit.
window-not-chosen-hint = Choisissez le fichier de nouveau.
window-not-a-link = Ce n’est ni une adresse du web ni une adresse de courriel ; elle n’a pas été ouverte.
window-not-a-link-hint = Copiez-la et ouvrez-la vous-même si vous savez ce que c’est.
window-no-program = Aucun programme de cet ordinateur n’est prévu pour l’ouvrir.
window-no-program-hint = Choisissez-en un dans les réglages de votre bureau, ou ouvrez-le vous-même.
window-file-gone = { $path } n’est plus là.
window-file-gone-hint = Il a peut-être été déplacé ou renommé ; exportez de nouveau.
library-name-default = Ma bibliothèque
library-name-sample = Bibliothèque d’exemple
dialog-files = Importer des fichiers
dialog-files-accept = Importer
dialog-folder = Choisir un dossier
dialog-folder-accept = Choisir
dialog-save = Enregistrer sous
dialog-save-accept = Enregistrer
dialog-cancel = Annuler

## Window: actions

action-palette = Chercher ou lancer une commande
action-import-paste = Importer depuis le presse-papiers
action-import-open = Nouvel article
action-import-address = Chercher une page web…
action-import-files = Importer des fichiers…
action-library-open = Ouvrir une autre bibliothèque…
action-library-sample = Ouvrir la bibliothèque d’exemple
action-library-leave-sample = Supprimer la bibliothèque d’exemple
action-undo = Annuler
action-redo = Rétablir
action-go-inbox = Aller à la boîte de réception
action-go-later = Aller à Plus tard
action-go-library = Aller à la bibliothèque
action-go-risks = Aller aux risques
action-go-briefs = Aller aux notes
action-go-search = Aller à la recherche
action-go-tags = Aller aux étiquettes
action-go-trash = Aller à la corbeille
action-go-settings = Réglages
action-go-back = Retour
action-go-forward = Suivant
action-next-pane = Volet suivant
action-previous-pane = Volet précédent
action-start-pane = Afficher ou masquer le volet gauche
action-end-pane = Afficher ou masquer le volet droit
action-theme = Thème suivant
action-theme-system = Thème : comme le bureau
action-theme-light = Thème : clair
action-theme-dark = Thème : sombre
action-theme-sepia = Thème : sépia
action-theme-contrast = Thème : fort contraste
action-larger = Texte plus grand
action-smaller = Texte plus petit
action-text-reset = Taille de texte d’origine
action-toasts = Aller au dernier message
action-menu = Menu de l’application
action-keys = Raccourcis clavier
action-keys-hint = tous les raccourcis
action-help = Aide
scope-everywhere = Partout
scope-list = Listes d’articles
scope-reader = Lecture
scope-risks = Risques
scope-assess = Évaluation d’un risque
scope-briefs = Notes
scope-composer = Rédaction
scope-search = Recherche
scope-tags = Étiquettes
scope-import = Importation
scope-settings = Réglages
scope-help = Aide
hint-key = { $action } a un raccourci : { $keys }
action-reader-next = Paragraphe suivant
action-reader-next-hint = paragraphe
action-reader-previous = Paragraphe précédent
action-reader-page = Défiler d’une page
action-reader-page-back = Remonter d’une page
action-reader-highlight = Surligner avec le dernier type
action-reader-highlight-hint = surligner
action-reader-fact = Marquer comme fait
action-reader-judgement = Marquer comme jugement
action-reader-risk = Marquer comme risque
action-reader-question = Marquer comme question
action-reader-claim = Marquer comme déclaration
action-reader-select = Sélectionner à partir du paragraphe
action-reader-select-hint = sélectionner
action-reader-sentence = Sélectionner la phrase
action-reader-paragraph = Sélectionner le paragraphe
action-reader-note = Écrire une annotation
action-reader-note-hint = annoter
action-reader-tag = Étiqueter le passage
action-reader-tag-hint = étiqueter
action-reader-link = Lier le passage à un risque
action-reader-link-hint = lier un risque
action-reader-card = Aller à la fiche
action-reader-leave = Revenir d’un niveau
action-reader-next-mark = Annotation suivante
action-reader-previous-mark = Annotation précédente
action-reader-trash-mark = Mettre l’annotation à la corbeille
action-reader-reattach = Rattacher une annotation perdue à la sélection
action-reader-adopt = Reprendre le risque de la source
action-reader-copy = Copier la citation avec sa référence
action-reader-cite = Copier la référence
action-reader-find = Chercher dans cet article
action-reader-hide-marks = Masquer ou afficher toutes les marques
action-reader-looks = Texte et thème
action-reader-focus = Se concentrer sur le texte
action-reader-tag-article = Étiqueter l’article
action-reader-done = Marquer comme lu et continuer
action-reader-archive = Archiver et continuer
action-reader-later = Garder pour plus tard et continuer
action-reader-star = Étoile
action-reader-versions = Versions et ce qui a changé
action-reader-refetch = Voir si la page a changé
action-reader-pictures = Chercher les images de l’article
action-reader-origin = D’où vient l’article
reader-versions = Versions
reader-versions-one = C’est la seule version. Voyez si la page a changé pour en avoir une autre.
reader-version = Version { $number }
reader-version-first = première
reader-version-corrected = fiche corrigée
reader-version-changed = page modifiée
reader-version-same = même texte
reader-version-compared = Comparée avec la version { $number }
reader-version-no-difference = Les mots sont ceux de la version précédente.
reader-changed = { $count ->
    [one] Un passage cité se lit autrement
   *[other] { $count } passages cités se lisent autrement
 }
reader-changed-now = maintenant
reader-changed-gone = n’y est plus
reader-refetching = Recherche de la page…
reader-pictures-fetching = Recherche des images…
reader-refetch-unchanged = La page n’a pas changé.
reader-refetch-same-text = La page a changé, l’article non.
reader-refetch-new-version = Version { $number } : { $exact } marques en place, { $moved } déplacées, { $approximate } sur des mots semblables, { $orphan } perdues
reader-refetch-show = Ce qui a changé
reader-origin = Origine
reader-origin-about = Les copies d’un même article comptent pour une source quand un risque est évalué.
reader-origin-alone = Aucune copie de cet article n’est dans la bibliothèque.
reader-origin-agency = { $count ->
    [one] Un article, de { $agency }
   *[other] { $count } copies d’un même article, de { $agency }
 }
reader-origin-group = { $count } copies d’un même article
reader-origin-said = Vous l’avez dit.
reader-origin-cue-itself = cet article
reader-origin-cue-said = comme vous l’avez dit
reader-origin-cue-address = donne la même page pour sa propre adresse
reader-origin-cue-agency = la même agence, { $percent } % des mots
reader-origin-cue-words = { $percent } % des mots
reader-origin-split = Un article à part
reader-origin-join = Même origine que…
reader-origin-cues = Laisser décider les indices
reader-origin-joined = Une seule origine maintenant
reader-origin-parted = Un article à part maintenant
reader-pictures-none = Cet article ne nomme aucune image.
reader-pictures-kept = { $count ->
    [one] Une image est dans la bibliothèque
   *[other] { $count } images sont dans la bibliothèque
 }
action-reader-trash = Mettre l’article à la corbeille

action-move-hint = se déplacer
action-search-next = Résultat suivant
action-search-previous = Résultat précédent
action-search-first = Premier résultat
action-search-last = Dernier résultat
action-search-open = Ouvrir
action-search-field = Modifier la requête
action-search-tab-next = Type de résultat suivant
action-search-tab-previous = Type de résultat précédent
action-search-tab-hint = type
action-search-drop = Retirer la partie qui ne trouve rien
action-search-leave = Revenir où vous étiez
action-tags-next = Étiquette suivante
action-tags-previous = Étiquette précédente
action-tags-first = Première étiquette
action-tags-last = Dernière étiquette
action-tags-open = Afficher ce qui porte l’étiquette
action-tags-open-hint = afficher
action-tags-rename = Renommer l’étiquette
action-tags-rename-hint = renommer
action-tags-select = Sélectionner l’étiquette
action-tags-select-hint = sélectionner
action-tags-remove = Retirer l’étiquette de partout
action-tags-remove-hint = retirer
action-tags-find = Chercher l’étiquette
action-tags-unused = Étiquettes inutilisées seulement
action-tags-filter = Filtrer les étiquettes
action-tags-filter-hint = filtrer
action-tags-leave = Remonter d’un niveau

## Window: shell

kit-close = Fermer
kit-diff-gap-kept = { $count ->
    [one] … un mot inchangé
   *[other] … { $count } mots inchangés
 }
kit-diff-gap-dropped = { $count ->
    [one] … un mot supprimé, non affiché
   *[other] … { $count } mots supprimés, non affichés
 }
kit-diff-gap-added = { $count ->
    [one] … un mot ajouté, non affiché
   *[other] … { $count } mots ajoutés, non affichés
 }
kit-diff-counts = { $added } ajoutés, { $dropped } supprimés
kit-cancel = Annuler
kit-likelihood = Probabilité de { $low } à { $high } %
kit-kind-fact = Fait
kit-kind-fact-letter = F
kit-kind-judgement = Jugement
kit-kind-judgement-letter = J
kit-kind-risk = Risque
kit-kind-risk-letter = R
kit-kind-question = Question
kit-kind-question-letter = Q
kit-kind-claim = Déclaration
kit-kind-claim-letter = D
kit-rating-very-low = Très faible
kit-rating-low = Faible
kit-rating-moderate = Modéré
kit-rating-high = Élevé
kit-rating-very-high = Très élevé
kit-confidence-low = Faible
kit-confidence-low-long = Confiance faible
kit-confidence-moderate = Modérée
kit-confidence-moderate-long = Confiance modérée
kit-confidence-high = Élevée
kit-confidence-high-long = Confiance élevée
kit-tags-remove = Retirer l’étiquette { $tag }
kit-tags-create = Ajouter « { $tag } »
kit-picker-none = Aucune correspondance.
kit-date-form = AAAA-MM-JJ
kit-date-wrong = Ce n’est pas une date. Écrivez année-mois-jour, par exemple 2026-11-20.
nav = Principal
nav-find = Chercher
nav-inbox = Réception
nav-later = Plus tard
nav-library = Bibliothèque
nav-risks = Risques
nav-briefs = Notes
nav-search = Recherche
nav-tags = Étiquettes
nav-trash = Corbeille
nav-help = Aide
nav-settings = Réglages
menu = Menu de l’application
menu-file = Fichier
menu-edit = Édition
menu-view = Affichage
menu-go = Aller
menu-help = Aide
pane-edge-start = Largeur du volet gauche
pane-edge-end = Largeur du volet droit
palette = Chercher ou lancer une commande
palette-placeholder = Chercher ou lancer une commande
palette-actions = Actions
palette-records = Fiches
palette-passages = Passages
palette-none = Rien ne correspond à « { $query } ».
palette-foot-actions = commandes
palette-foot-tags = étiquettes
palette-foot-risks = risques
palette-foot-sources = sources
palette-foot-help = aide
palette-foot-run = lancer
keys-title = Raccourcis clavier
keys-find = Chercher une touche ou une commande
keys-none = Aucune commande ne s’appelle « { $query } ».
keys-or = ou
toasts = Messages
toast-close = Fermer ce message
menu-step = { $action } : { $label }
job-open = Afficher
job-pause = Pause
job-resume = Reprendre
job-cancel = Arrêter
undone = Annulé : { $label }
redone = Rétabli : { $label }
theme-now =
    { $theme ->
        [system] Thème comme le bureau
        [dark] Thème sombre
        [sepia] Thème sépia
        [contrast] Thème à fort contraste
       *[light] Thème clair
    }
text-size-now = Texte à { $percent } %
link-title = Ouvrir ce lien ?
link-text = Il mène hors de Chancery, vers { $host }, et s’ouvre dans votre navigateur.
link-open = Ouvrir dans le navigateur
link-copy = Copier l’adresse
link-cancel = Rester ici

## Window: settings

settings-title = Réglages
settings-find = Chercher un réglage
settings-none = Aucun réglage ne contient « { $query } ».
settings-library = Bibliothèque et exemples
settings-reading = Lecture
settings-appearance = Apparence
settings-keyboard = Clavier
settings-briefs = Notes
settings-sites = Sites
settings-sites-none = Rien n’est retenu
settings-sites-none-about = Quand vous corrigez un champ d’une page à l’importation, la correction peut être retenue pour son site.
settings-sites-from-cue = { $field } d’après : { $cue }
settings-sites-always = { $field } est toujours « { $value } »
settings-sites-never = { $field } reste vide
settings-sites-without-line = Sans la ligne « { $line } »
settings-sites-forget = Oublier
settings-sites-forget-rule = Oublier : { $site }, { $rule }
settings-sites-forgotten = Oublié. Les articles restent tels quels.
settings-privacy = Confidentialité
settings-about = À propos
settings-folder = Dossier de la bibliothèque
settings-folder-about = Tout est dans ce seul dossier. Pour le déplacer, fermez Chancery, déplacez le dossier et ouvrez-le à sa nouvelle place. Ne le gardez pas dans un dossier synchronisé avec d’autres ordinateurs.
settings-library-open = En ouvrir une autre…
settings-library-show = Ouvrir
settings-sample = Bibliothèque d’exemple
settings-sample-about = Des articles inventés, des marques, des risques et une note, dans un dossier à part.
settings-sample-open = Ouvrir les exemples
settings-check = Vérifier la bibliothèque
settings-check-about = Examine chaque fiche : le journal, la place des marques, l’index de recherche, le fichier lui-même.
settings-check-now = Vérifier
settings-checking = Vérification…
settings-check-well = Tout va bien.
settings-check-ill =
    { $count ->
        [one] Une chose ne va pas :
       *[other] { $count } choses ne vont pas :
    }
settings-face = Police
settings-face-serif = Avec empattements
settings-face-sans = Sans empattements
settings-size = Taille des articles
settings-size-s = Petite
settings-size-m = Moyenne
settings-size-l = Grande
settings-size-xl = Très grande
settings-measure = Largeur de la colonne
settings-measure-narrow = Étroite
settings-measure-normal = Normale
settings-measure-wide = Large
settings-theme = Thème
settings-theme-system = Comme le bureau
settings-theme-light = Clair
settings-theme-dark = Sombre
settings-theme-sepia = Sépia
settings-theme-contrast = Fort contraste
settings-text-size = Taille du texte
settings-text-size-about = De toute la fenêtre.
settings-smaller = Texte plus petit
settings-larger = Texte plus grand
settings-percent = { $percent } %
settings-density = Densité
settings-density-about = Ce qui tient dans une liste.
settings-density-compact = Compacte
settings-density-comfortable = Confortable
settings-density-spacious = Espacée
settings-motion = Mouvement
settings-motion-about = Listes et volets glissent un instant.
settings-motion-system = Comme le bureau
settings-motion-off = Aucun
settings-language = Langue
settings-single-keys = Raccourcis à une touche
settings-single-keys-about = Une lettre seule agit, hors des champs de texte. Désactivez-les si vous dictez ou appuyez souvent par erreur.
settings-single-keys-on = Activés
settings-single-keys-with-modifier = Avec Ctrl et Alt
settings-single-keys-off = Désactivés
settings-keys-reset = Vos propres touches
settings-keys-reset-about = Vous avez changé certaines des touches ci-dessous.
settings-keys-reset-all = Tout rétablir
settings-press = Appuyez sur une touche, ou Échap
settings-no-key = aucune
settings-key-change = Changer
settings-key-change-label = Changer la touche de « { $action } »
settings-key-reset = Rétablir
settings-key-reset-label = Rendre à « { $action } » sa touche habituelle
settings-key-taken = { $key } est la touche de « { $action } ».
settings-key-take = La prendre
settings-author-name = Votre nom
settings-author-org = Organisation
settings-author-desk = Bureau
settings-author-about = Les nouvelles notes commencent par là.
settings-network = Rien ne quitte cet ordinateur sans votre demande
settings-network-about = Chancery n’a pas de compte et n’envoie rien. Il charge les pages que vous demandez, une à une, de l’internet public seulement. La fenêtre elle-même est coupée de tout réseau.
settings-links = Les liens demandent d’abord
settings-links-about = Un lien d’un article ne s’ouvre dans votre navigateur qu’après que Chancery a nommé son hôte et que vous avez accepté.
settings-files = Seulement les fichiers choisis
settings-files-about = Chancery lit ce que vous importez et écrit là où vous enregistrez. Les articles sont lus par un auxiliaire qui ne peut ouvrir ni fichier ni connexion.
settings-versions = Versions
settings-versions-about = Pour qui vous aide en cas de problème. Elles ne disent rien du contenu de votre bibliothèque.
settings-paints-memory = dessiné sans la carte graphique
settings-paints-card = dessiné par la carte graphique
settings-copy = Copier
settings-copied = Copié.
settings-licence = Licence
settings-licence-about = MIT ou Apache 2.0, à votre choix. Les polices sont sous SIL Open Font License.

## Window: welcome

welcome-title = Bienvenue dans Chancery
welcome-deck = Des articles à une note que vous pouvez défendre.
welcome-sample = Essayer avec la bibliothèque d’exemple
welcome-sample-text = Huit articles, des marques, trois risques avec leur historique, une note. Supprimée en une action.
welcome-sample-making = Création de la bibliothèque d’exemple…
welcome-files = Importer mes fichiers
welcome-files-text = Pages web, PDF, documents Word, courriels et textes, un seul ou tout un dossier
welcome-empty = Commencer à vide
welcome-empty-text = Collez le premier article avec Ctrl V
welcome-folder = Votre bibliothèque est un seul dossier
welcome-change = Changer
welcome-private = Rien ne quitte cet ordinateur sans votre demande. Pas de compte.
sample-remove = Supprimer les exemples
sample-remove-title = Supprimer la bibliothèque d’exemple ?
sample-remove-text = Ses articles, marques, risques et sa note disparaissent, avec tout ce que vous y avez fait. Votre propre bibliothèque reste telle quelle.
sample-removed = La bibliothèque d’exemple est supprimée.
drop-files =
    { $count ->
        [one] Déposez le fichier pour l’importer
       *[other] Déposez { $count } fichiers pour les importer
    }

## Window: inbox and library

action-list-next = Article suivant
action-list-previous = Article précédent
action-list-move-hint = parcourir
action-list-first = Premier article
action-list-last = Dernier article
action-list-page-down = Page suivante
action-list-page-up = Page précédente
action-list-open = Lire l’article
action-list-open-hint = lire
action-list-peek = Afficher ou masquer l’aperçu
action-list-archive = Archiver
action-list-archive-hint = archiver
action-list-later = Mettre de côté pour plus tard
action-list-later-hint = plus tard
action-list-inbox = Remettre dans la boîte de réception
action-list-inbox-hint = réception
action-list-restore = Remettre en place
action-list-select = Sélectionner ou désélectionner
action-list-select-hint = sélectionner
action-list-extend-down = Étendre la sélection vers le bas
action-list-extend-up = Étendre la sélection vers le haut
action-list-select-all = Sélectionner toute la liste
action-list-tag = Étiqueter
action-list-tag-hint = étiqueter
action-list-star = Ajouter ou retirer l’étoile
action-list-read = Marquer comme lu ou non lu
action-list-trash = Mettre à la corbeille
action-list-filter = Filtrer la liste
action-list-clear = Tout désélectionner, ou effacer le filtre
action-list-density = Hauteur des lignes
action-list-menu = Menu de l’article
list-begun = Commencé
list-minutes = { $minutes } min
list-today = Aujourd’hui
list-yesterday = Hier
list-week = Cette semaine
list-earlier = Plus ancien
list-undated = Sans date
list-preview = Aperçu
list-by = Par
list-key-points = Points clés
list-claims = Risques nommés par la source
list-adopt = Adopter
list-adopt-claim = Adopter { $claim }
list-adopted = Risque adopté dans le registre
list-menu = Article
list-scope = Quels articles
list-scope-all = Tous
list-scope-archive = Archivés
list-sort = Trier par
list-sort-added = Plus récents
list-sort-published = Publication
list-sort-title = Titre
list-density-comfortable = Lignes confortables
list-density-compact = Lignes compactes
list-density-spacious = Lignes spacieuses
list-picked = { $count ->
    [one] { $count } sélectionné
   *[other] { $count } sélectionnés
 }
list-pick-none = Désélectionner
list-do-archive = Archiver
list-do-later = Plus tard
list-do-inbox = Réception
list-do-restore = Remettre
list-do-star = Étoile
list-do-read = Lu
list-do-open = Lire
list-do-tag = Étiqueter
list-do-trash = Corbeille
list-done-archive = { $count ->
    [one] Archivé
   *[other] { $count } articles archivés
 }
list-done-later = { $count ->
    [one] Mis de côté pour plus tard
   *[other] { $count } articles mis de côté pour plus tard
 }
list-done-inbox = { $count ->
    [one] Remis dans la boîte de réception
   *[other] { $count } articles remis dans la boîte de réception
 }
list-done-star = { $count ->
    [one] Étoile ajoutée
   *[other] Étoile ajoutée à { $count } articles
 }
list-done-unstar = { $count ->
    [one] Étoile retirée
   *[other] Étoile retirée de { $count } articles
 }
list-done-read = { $count ->
    [one] Marqué comme lu
   *[other] { $count } articles marqués comme lus
 }
list-done-unread = { $count ->
    [one] Marqué comme non lu
   *[other] { $count } articles marqués comme non lus
 }
list-done-trash = { $count ->
    [one] Mis à la corbeille
   *[other] { $count } articles mis à la corbeille
 }
list-done-restore = { $count ->
    [one] Remis en place
   *[other] { $count } articles remis en place
 }
list-tag-label = { $count ->
    [one] Étiquettes de l’article
   *[other] Étiquettes de { $count } articles
 }
list-tag-new = Nouvelle étiquette « { $tag } »
list-tag-on = { $count ->
    [one] sur un article
   *[other] sur { $count } articles
 }
list-tagged = { $count ->
    [one] Étiqueté #{ $tag }
   *[other] { $count } articles étiquetés #{ $tag }
 }
list-untagged = { $count ->
    [one] #{ $tag } retiré
   *[other] #{ $tag } retiré de { $count } articles
 }
list-filter = Filtrer
list-filter-clear = Effacer le filtre
list-filter-parts = Parties d’un filtre
list-filter-tag = une étiquette et celles qu’elle contient
list-filter-source = qui l’a publié
list-filter-section = rubrique du média
list-filter-unread = pas encore lu
list-filter-starred = avec une étoile
list-filter-annotation = avec un passage marqué
list-filter-note = avec une note
list-filter-after = publié depuis, comme 2026-02
list-filter-before = publié avant
list-filter-not = devant : sans cela
list-nothing = Rien ne correspond au filtre
list-nothing-text = Aucun article de cette liste ne correspond à « { $filter } ». Échap efface le filtre.
list-empty-inbox = Rien n’attend
list-empty-inbox-text = Collez un article avec Ctrl+V, ou déposez des fichiers n’importe où dans la fenêtre. D’ici, vous archivez, mettez de côté ou jetez ce que vous lisez.
list-empty-later = Rien de côté
list-empty-later-text = Les articles qui méritent plus de temps attendent ici. Appuyez sur l sur un article pour le mettre de côté.
list-empty-archive = Rien d’archivé
list-empty-archive-text = Les articles terminés sont gardés ici, avec tout ce que vous y avez marqué. Appuyez sur e sur un article pour l’archiver.
list-empty-all = Pas encore d’articles
list-empty-all-text = Collez un article avec Ctrl+V, ou déposez des fichiers n’importe où dans la fenêtre. Chaque article importé reste dans la bibliothèque.
list-empty-trash = La corbeille est vide
list-empty-trash-text = Ce que vous jetez attend ici et peut être remis en place. Rien n’est supprimé tout seul.

## Window: import

action-import-save = Enregistrer et lire
action-import-save-next = Enregistrer, suivant
action-import-edit-record = Corriger la notice
import-title = Importer
import-tab-text = Coller
import-tab-files = Fichiers
import-drafts =
    { $count ->
        [one] { $count } brouillon
       *[other] { $count } brouillons
    }
import-drafts-drop = Jeter
action-import-alternatives = Autres valeurs du champ
action-import-remember = Retenir la correction pour le site
action-import-toggle-line = Rétablir la ligne, ou l’écarter
action-import-compare = Comparer avec l’article présent
import-tab-address = Adresse
import-address-title = Chercher une page
import-address-placeholder = https://
import-address-about = La page est cherchée une fois, quand vous le dites. Vous voyez la fiche avant que quoi que ce soit ne soit enregistré.
import-address-private = De l’internet public seulement, sans cookies et sans dire d’où vous venez.
import-fetch = Chercher
import-fetching = Recherche de la page chez { $host }…
import-paste-text = Coller plutôt son texte
import-other-address = Autre adresse
import-form = Lire ce qui a été collé
import-form-page = Comme page
import-form-plain = Comme texte brut
import-stated-by-page = Ce que le document dit de lui-même
import-restore = Rétablir
import-leave-out = Écarter
import-drop-everywhere = Écarter sur toutes les pages de { $site }
import-origin = { $origin } ({ $field }). { $count ->
    [one] Une valeur est indiquée
   *[other] { $count } valeurs sont indiquées
 }
import-stated = { $count } indiquées
import-by-rule = selon votre règle
import-alternatives = Ce que dit le document : { $field }
import-remember = Retenir pour { $site }
import-remember-title = Faire de même sur les prochaines pages de { $site }. Réglages, Sites montre ce qui est retenu.
import-cue-printed = tel qu’imprimé
import-cue-heading = le titre de la page
import-cue-window-title = le titre de la fenêtre
import-cue-json-ld = données de la page (JSON-LD)
import-cue-microdata = données de la page (microdata)
import-cue-open-graph = données de la page (Open Graph)
import-cue-meta-tag = données de la page (balise meta)
import-cue-time-element = une date de la page
import-cue-link-relation = un lien de la page
import-cue-class-name = selon son style
import-cue-dateline = la ligne de date
import-cue-address = l’adresse
import-cue-attribute = un attribut
import-cue-header = l’en-tête du courriel
import-cue-properties = les propriétés du fichier
import-verdict-chosen = retenu
import-verdict-agrees = dit la même chose
import-verdict-less-trusted = moins sûr
import-verdict-placeholder = texte de remplissage, pas une valeur
import-verdict-no-person = pas une personne
import-verdict-another-date = une autre date, par exemple de modification
import-verdict-implausible = ne peut pas être juste
import-because-repeated-headline = doublon
import-because-corrected = écarté par vous
import-because-navigation = menu
import-because-related-links = autres articles
import-because-promotion = promotion
import-because-advertisement = publicité
import-because-sharing = barre de partage
import-because-comments = commentaires
import-because-about-the-article = à propos de l’article
import-because-about-the-author = à propos de l’auteur
import-because-picture-credit = crédit d’image
import-because-legal = mention légale
import-because-hidden = non visible
import-because-running-head = titre courant
import-because-page-number = numéro de page
import-because-quoted-message = message cité
import-because-signature = signature
import-because-outside-article = à côté de l’article
import-compare = Comparer
import-compared = Comparé avec « { $title } »
import-no-difference = Tous les mots sont les mêmes
import-as-version = Comme sa nouvelle version
import-saved-version = « { $title } » en est à la version { $number }{ $changed ->
    [0] { "" }
    [one] . Un passage cité se lit autrement
   *[other] . { $changed } passages cités se lisent autrement
 }
import-raw = Texte brut
import-record = Notice
import-blank = Tapez ou collez un article ici
import-blank-title = La notice apparaît ici
import-blank-about = Titre, date, auteur, points clés et risques sont lus dans le texte au fur et à mesure. Chaque ligne garde sa place, et l’original est conservé tel quel.
import-edit-text = Modifier le texte
import-nothing-to-paste = Le presse-papiers ne contient pas de texte.
import-field-title = Titre
import-field-deck = Chapeau
import-field-authors = Auteur
import-field-section = Rubrique
import-field-published = Publié
import-field-dateline = Lieu et date
import-field-outlet = Média
import-field-url = Adresse
import-field-language = Langue
import-sure = Sûr
import-check = À vérifier
import-typed = saisi
import-count-key-points = Points clés
import-count-paragraphs = Paragraphes
import-count-risks = Risques nommés par la source
import-count-related = Titres liés
import-doubt-title-from-first-words = pas de titre trouvé, les premiers mots en tiennent lieu
import-doubt-deck-by-place = reconnu à sa place, à vérifier
import-doubt-byline-without-name = la signature n’a pas de nom
import-doubt-date-without-year = imprimée sans année
import-doubt-no-date = pas de date trouvée
import-doubt-date-to-come = ce jour est encore à venir
import-doubt-dateline-far-from-date = loin du jour de publication
import-doubt-dateline-without-year = son jour n’a pas d’année
import-doubt-key-points-without-bullets = sans puces, à vérifier
import-doubt-no-paragraphs = pas de corps d’article trouvé
import-doubt-risks-without-bullets = sans puces, à vérifier
import-doubt-related-from-one-line = séparés par leurs dates, à vérifier
import-part-none = Non utilisé
import-part-kept = Gardé
import-part-section = rubrique
import-part-published = date
import-part-title = titre
import-part-deck = chapeau
import-part-author = auteur
import-part-outlet = média
import-part-address = adresse
import-part-language = langue
import-part-summary = résumé
import-part-heading = intertitre
import-part-key_point = point clé { $number }
import-part-dateline = lieu
import-part-paragraph = ¶{ $number }
import-part-risk = risque { $number }
import-part-related = lié { $number }
import-use = Utiliser cette ligne
import-use-as = Utiliser comme { $field }
import-keep-line = Garder cette ligne
import-drop-line = Écarter cette ligne
import-removed =
    { $count ->
        [one] { $count } élément écarté
       *[other] { $count } éléments écartés
    }
import-lines-not-shown =
    { $count ->
        [one] Une ligne de plus n’est pas affichée ici. Elle est dans la notice comme les autres.
       *[other] { $count } lignes de plus ne sont pas affichées ici. Elles sont dans la notice comme les autres.
    }
import-save-to = Enregistrer dans
import-to-inbox = Boîte de réception
import-to-later = Plus tard
import-to-archive = Archives
import-tags = Étiquettes
import-alike = Déjà dans la bibliothèque
import-alike-same = Vous avez cet article
import-alike-trashed = Vous avez cet article, dans la corbeille
import-alike-shared = Semblable à { $percent } % à un article que vous avez
import-alike-page = Un autre état de cette page, semblable à { $percent } % : enregistré comme sa nouvelle version
import-alike-title = Un article du même titre
import-alike-stopped = Rien n’a été enregistré. Garder celui-ci à côté ?
import-alike-open = Ouvrir « { $title } »
import-open = Ouvrir
import-keep-both = Garder les deux
import-keep-draft = Garder en brouillon
import-kept-as-draft = Gardé en brouillon. Vous le retrouvez dans la feuille d’importation.
import-saved = « { $title } » importé
import-files-title = Importer des fichiers
import-files-about = Choisissez des textes ou un dossier, ou déposez-les sur la fenêtre. Chacun devient un article ; les fichiers restent tels quels.
import-choose-files = Choisir des fichiers…
import-choose-folder = Choisir un dossier…
import-choose-others = En choisir d’autres…
import-more-files = En importer d’autres…
import-start =
    { $count ->
        [one] Importer { $count } fichier
       *[other] Importer { $count } fichiers
    }
import-progress = Fichiers importés
import-pause = Suspendre
import-resume = Reprendre
import-cancel = Annuler le reste
import-files-running = Importation de { $done } sur { $total }
import-files-paused = Suspendu à { $done } sur { $total }
import-files-rate = { $rate } par seconde
import-files-look = { $count } à vérifier
import-files-failed =
    { $count ->
        [one] { $count } échec
       *[other] { $count } échecs
    }
import-files-imported =
    { $count ->
        [one] { $count } importé
       *[other] { $count } importés
    }
import-files-new-versions =
    { $count ->
        [one] { $count } nouvelle version
       *[other] { $count } nouvelles versions
    }
import-files-duplicates =
    { $count ->
        [one] { $count } était déjà là
       *[other] { $count } étaient déjà là
    }
import-files-cancelled = Annulé. { $outcome }
import-files-stay = Les fichiers en échec sont là où ils étaient, inchangés.
import-files-more =
    { $count ->
        [one] Un fichier de plus n’est pas listé ici. Il est importé comme les autres.
       *[other] { $count } fichiers de plus ne sont pas listés ici. Ils sont importés comme les autres.
    }
import-file-waiting = En attente
import-file-imported = Importé
import-file-new_version = Nouvelle version
import-file-look = À vérifier
import-file-duplicate = Doublon
import-file-failed = Échec
import-save-record = Enregistrer la notice
import-record-title = Corriger la notice
import-record-about = L’original et la version précédente sont conservés ; les annotations suivent.
import-record-saved = La notice est corrigée{ $changed ->
    [0] { "" }
    [one] . Un passage cité se lit autrement
   *[other] . { $changed } passages cités se lisent autrement
 }
import-record-changes = Ce qui a changé
import-record-marks = { $count ->
    [one] Une marque repose sur ce que vous écartez. Elle est gardée avec ses mots.
   *[other] { $count } marques reposent sur ce que vous écartez. Elles sont gardées avec leurs mots.
 }
import-record-text = Texte
import-record-shown = Lignes affichées
import-record-all = Toutes les lignes
import-record-left-out = Écarté ({ $count })
import-record-nothing-left-out = Rien n’est écarté de cet article.

## Window: reader

reader-article = Article
reader-outline = Plan
reader-rail = Annotations et risques
reader-annotations = Annotations
reader-risks = Risques
reader-back = Retour
reader-queue = { $at } sur { $count }
reader-place = { $place } sur { $count }
reader-minutes = { $count } min
reader-saved = Enregistré
reader-saving = Enregistrement
reader-reliability = Source { $grade }
reader-part-summary = Résumé
reader-part-key-point = Points clés
reader-part-body = Corps
reader-part-risk = Risques avancés par la source
reader-part-related = Articles liés
reader-cited-in = Cité dans
reader-fold =
    { $count ->
        [0] Résumé
        [one] Résumé et { $count } point clé
       *[other] Résumé et { $count } points clés
    }
reader-block = Paragraphe { $place }
reader-block-marks =
    { $count ->
        [one] { $count } surlignage, { $kind }
       *[other] { $count } surlignages, { $kind }
    }
reader-block-notes =
    { $count ->
        [one] { $count } annotation
       *[other] { $count } annotations
    }
reader-to-card = { $kind } : aller à sa fiche
reader-marked = { $kind } marqué, { $place }
reader-trashed = { $kind } { $place } mis à la corbeille
reader-ended-read = Marqué comme lu
reader-ended-archive = Archivé
reader-ended-later = Mis de côté pour plus tard
reader-ended-trash = Mis à la corbeille
reader-starred = Étoile ajoutée
reader-unstarred = Étoile retirée
reader-marks-hidden = Marques masquées
reader-marks-shown = Marques affichées
reader-selection = Sélection
reader-act-note = Annoter
reader-act-tag = Étiqueter
reader-act-link = Lier un risque
reader-act-copy = Copier la référence
reader-copied = Citation et référence copiées
reader-cited = Référence copiée
reader-hits =
    { $count ->
        [0] Introuvable
       *[other] { $at } sur { $count }
    }
reader-cards-empty = Pas encore d’annotations
reader-cards-empty-hint = Appuyez sur h pour surligner le paragraphe qui porte la barre, ou sélectionnez des mots et appuyez sur 1 à 5.
reader-lost =
    { $count ->
        [one] { $count } annotation a perdu sa place. Ses mots sont gardés ci-dessous.
       *[other] { $count } annotations ont perdu leur place. Leurs mots sont gardés ci-dessous.
    }
reader-state-exact = En place
reader-state-moved = Déplacée
reader-state-approximate = Approximative
reader-state-orphan = Place perdue
reader-reattach = Rattacher à la sélection
reader-card-menu = Autres actions sur cette annotation
reader-menu = Plus pour cet article
reader-show-place = Montrer dans le texte
reader-note-label = Annotation
reader-note-hint = Annotation. #étiquette et >risque fonctionnent ici.
reader-note-unread = Laissé dans l’annotation, car aucun risque ne correspond seul : { $risk }
reader-note-recovered = Une annotation inachevée à { $place } a été gardée
reader-untag = Retirer l’étiquette { $tag }
reader-on = sur
reader-new-risk = Nouveau risque « { $title } »
reader-no-risks = Aucun risque encore. Tapez ce qui pourrait arriver pour en créer un.
reader-linked = Lié à { $number }
reader-stance = Le passage parle
reader-stance-supports = Pour
reader-stance-contradicts = Contre
reader-stance-context = Contexte
reader-grade = Locuteur et crédibilité
reader-speaker = Qui est cité
reader-credibility = Crédibilité du passage
reader-credibility-short = Crédibilité { $grade }
reader-credibility-2 = 2 Probablement vrai
reader-credibility-3 = 3 Peut-être vrai
reader-credibility-4 = 4 Douteux
reader-credibility-5 = 5 Improbable
reader-credibility-6 = 6 Non jugé
reader-save = Enregistrer
reader-risks-empty = Pas encore de risques ici
reader-risks-empty-hint = Appuyez sur r sur un paragraphe pour le lier à un risque de votre registre.
reader-risks-linked = Liés depuis cet article
reader-passages =
    { $count ->
        [one] { $count } passage
       *[other] { $count } passages
    }
reader-claims = Avancés par la source
reader-claims-hint = Ce sont les mots de la source, pas votre évaluation.
reader-claim-adopted = Repris sous
reader-claim-linked = Lié à
reader-claim-aside = Mis de côté
reader-take-back = Revenir dessus
reader-adopt = Reprendre
reader-link = Lier
reader-ignore = Ignorer
reader-adopted = Repris sous { $number }
reader-face = Police
reader-face-serif = Avec empattements
reader-face-sans = Sans empattements
reader-size = Taille
reader-size-s = S
reader-size-m = M
reader-size-l = L
reader-size-xl = XL
reader-measure = Colonne
reader-measure-narrow = Étroite
reader-measure-normal = Normale
reader-measure-wide = Large
reader-theme = Thème
reader-theme-system = Système
reader-theme-light = Clair
reader-theme-sepia = Sépia
reader-theme-dark = Sombre

## Window: risks

action-risks-next = Risque suivant
action-risks-next-hint = se déplacer
action-risks-previous = Risque précédent
action-risks-assess = Évaluer
action-risks-view = Matrice ou tableau
action-risks-view-hint = matrice, tableau
action-risks-new = Nouveau risque
action-risks-new-hint = nouveau
action-risks-edit = Modifier titre et énoncé
action-risks-matrix = Aller à la matrice
action-risks-trash = Mettre le risque à la corbeille
action-assess-low = Confiance faible
action-assess-low-hint = faible
action-assess-moderate = Confiance modérée
action-assess-moderate-hint = modérée
action-assess-high = Confiance élevée
action-assess-high-hint = confiance élevée
action-assess-term = Terme suivant de la ligne
action-assess-term-hint = terme
action-assess-record = Enregistrer le jugement
action-assess-record-hint = enregistrer
action-assess-leave = Quitter, garder le brouillon
risks-heading = Risques
risks-count = { $due ->
    [0] { $count }
   *[other] { $count }, { $due } à réviser
 }
risks-register = Registre des risques
risks-entry = Risque { $number }
risks-again = Réessayer
risks-view = Vue
risks-view-matrix = Matrice
risks-view-table = Tableau
risks-shown = Affichés
risks-shown-live = Ouverts et sous surveillance
risks-shown-open = Ouverts
risks-shown-watch = Sous surveillance
risks-shown-closed = Clos
risks-shown-resolved = Résolus
risks-shown-void = Sans objet
risks-shown-all = Tous
risks-show-entry = Afficher le risque
risks-show-all = Tout afficher
risks-none-shown = Aucun risque dans cet état.
risks-empty = Pas encore de risques
risks-empty-text = Reprenez-en un d’une source : un article liste les risques qu’il avance, et a en reprend un. Ou écrivez le vôtre avec c.
risks-empty-read = Aller à la boîte de réception
risks-matrix = Matrice des risques, probabilité vers le haut, impact vers la droite
risks-matrix-place = Matrice des risques : les flèches déplacent le risque, probabilité vers le haut, impact vers la droite
risks-likelihood = Probabilité
risks-impact = Impact
risks-rating = Niveau
risks-confidence = Confiance
risks-band = { $low }–{ $high } %
risks-percent = { $percent } %
risks-cell = Probabilité { $likelihood }, de { $low } à { $high } pour cent ; impact { $impact } { $word } ; { $rating } ; { $count ->
    [0] aucun risque
    [one] 1 risque : { $numbers }
   *[other] { $count } risques : { $numbers }
 }
risks-cell-placing = Probabilité { $likelihood }, de { $low } à { $high } pour cent ; impact { $impact } { $word } ; { $rating }
risks-cell-empty = Aucun risque dans cette case
risks-stood = { $number } était ici auparavant
risks-unplaced = Pas encore évalués :
risks-column-number = N°
risks-column-title = Risque
risks-column-rating = Niveau
risks-column-trend = Tendance
risks-column-confidence = Confiance
risks-column-review = Révision
risks-not-assessed = Non évalué
risks-new-evidence = { $count } de plus
risks-today = Aujourd’hui
risks-today-inside = aujourd’hui
risks-overdue = , en retard
risks-fact = Probabilité { $likelihood }, impact { $impact } { $word }, { $rating }
risks-status = État
risks-status-open = Ouvert
risks-status-watch = Surveillé
risks-status-closed = Clos
risks-status-resolved = Résolu
risks-status-void = Sans objet
risks-owner = Responsable
risks-owner-none = Personne
risks-review = Prochaine révision
risks-day-placeholder = Année-mois-jour, 30 d, 6 m
risks-day-wrong = Ce n’est pas un jour. Écrivez 2026-11-23, ou une durée comme 30 d (jours) ou 6 m (mois).
risks-review-by-rating = { $day }, selon son niveau
risks-review-overdue = { $day }, selon son niveau : en retard
risks-until = Jusqu’au { $day }
risks-no-horizon = Quand cela arriverait
risks-on = Le { $day }
risks-kept = { $number } est suivi ainsi
risks-menu = Autres actions sur ce risque
risks-open-origin = Ouvrir l’article d’origine
risks-title = Titre
risks-title-placeholder = Ce qui pourrait arriver, en quelques mots
risks-statement = Énoncé
risks-statement-hint = Qui fait quoi, à qui, et ce qui s’ensuit. Peut rester vide.
risks-statement-claimed = Ce sont les mots de la source. Ce que vous écrivez à la place est à vous.
risks-save = Enregistrer
risks-make = Créer
risks-made = « { $title } » est au registre
risks-trashed = { $number } est dans la corbeille
risks-claim = Les mots de la source, non évalués en eux-mêmes. Modifiez pour écrire les vôtres.
risks-adopted = Repris de
risks-unassessed = Personne n’a encore évalué ce risque. Évaluez-le pour le placer dans la matrice.
risks-likelihood-percent = Probabilité, %
risks-reviewed = Révisé le { $day }
risks-reviewed-next = Révisé le { $day }, prochaine le { $next }
risks-reviewed-overdue = Révisé le { $day }, attendu depuis le { $next }
risks-history = Historique
risks-history-alt = Probabilité dans le temps : { $from } pour cent { $begun }, { $to } pour cent { $day }. La liste ci-dessous donne chaque étape.
risks-percent-on = { $percent } %, { $day }
risks-to = à
risks-was = était { $word }
risks-moved-likelihood = de { $from } à { $to }
risks-moved-impact = Impact de { $from } à { $to }
risks-moved-confidence = Confiance de { $from } à { $to }
risks-reviewed-unchanged = Révisé, inchangé.
risks-citations = { $count ->
    [one] { $count } citation
   *[other] { $count } citations
 }
risks-basis-was = La confiance reposait sur : { $basis }
risks-confidence-rests = Confiance { $level } : { $basis }
risks-unlinked-since = délié depuis
risks-evidence = Éléments de preuve
risks-evidence-about = { $articles ->
    [one] { $articles } article
   *[other] { $articles } articles
 }, { $sources ->
    [one] { $sources } source indépendante
   *[other] { $sources } sources indépendantes
 }, { $supports } pour, { $contradicts } contre
risks-no-evidence = Aucun passage ne touche encore ce risque. Dans un article, r lie le passage actif à un risque.
risks-evidence-menu = Modifier cet élément
risks-open-passage = Ouvrir le passage
risks-stance = Il parle
risks-stance-supports = Pour
risks-stance-contradicts = Contre
risks-stance-context = Contexte
risks-weight = Poids
risks-weight-H = Poids fort
risks-weight-M = Poids moyen
risks-weight-L = Poids faible
risks-unlink = Délier de ce risque
risks-unlinked = Le passage ne touche plus ce risque
risks-bearing-changed = La portée du passage est modifiée
risks-grade = Cotation Amirauté { $grade }
risks-new = Nouveau
risks-assessing = Évaluation de { $number }
risks-draft-kept = Votre brouillon a été gardé.
risks-draft-anew = Recommencer
risks-off-scale = Hors échelle
risks-reason = Motif
risks-reason-optional = Motif (rien n’a changé)
risks-reason-placeholder = Ce qui l’a fait bouger
risks-reason-unchanged = Vide : le dernier motif donné reste valable
risks-because = En raison de
risks-because-none = Aucun élément depuis la dernière évaluation.
risks-because-older = { $count ->
    [one] et un passage déjà pesé
   *[other] et { $count } passages déjà pesés
 }
risks-basis = La confiance repose sur
risks-basis-placeholder = Deux rapports indépendants, dont un officiel
risks-term = Terme
risks-exact = Valeur exacte, %
risks-exact-placeholder = Le terme suffit
risks-horizon = Horizon
risks-horizon-preset = Horizon dans { $span }
risks-record = Enregistrer
risks-recorded = { $number } est évalué : { $rating }

## Window: briefs

action-briefs-new = Nouvelle note
action-briefs-new-hint = nouvelle
action-briefs-next = Note suivante
action-briefs-previous = Note précédente
action-briefs-open = Ouvrir la note
action-briefs-open-hint = ouvrir
action-briefs-duplicate = Dupliquer la note
action-briefs-trash = Mettre la note à la corbeille
action-briefs-trash-hint = corbeille
action-composer-next = Bloc suivant
action-composer-previous = Bloc précédent
action-composer-edit = Modifier le bloc
action-composer-blocks = Ajouter un bloc
action-composer-blocks-hint = bloc
action-composer-cite = Citer un passage
action-composer-cite-hint = citer
action-composer-judge = Probabilité et confiance
action-composer-up = Monter le bloc
action-composer-down = Descendre le bloc
action-composer-move-hint = déplacer
action-composer-remove = Retirer le bloc
action-composer-front = Titre, mention et auteurs
action-composer-tray = Éléments à citer
action-composer-preview = Aperçu
action-composer-check = Contrôle suivant
action-composer-check-hint = contrôles
action-composer-export = Exporter en PDF
action-composer-export-markdown = Exporter en Markdown
action-composer-export-json = Exporter les données de la note
briefs-list = Notes
briefs-new = Nouvelle note
briefs-make = Créer la note
briefs-none = Pas encore de notes
briefs-none-text = Une note fait de passages et de risques des pages avec leurs sources. Appuyez sur c pour en commencer une.
briefs-count = { $count ->
    [one] { $count } note
   *[other] { $count } notes
 }
briefs-blocks = { $count ->
    [one] { $count } bloc
   *[other] { $count } blocs
 }
briefs-title = Titre
briefs-title-hint = Un jugement plutôt qu’un sujet.
briefs-title-missing = Une note a besoin d’un titre.
briefs-subtitle = Sous-titre
briefs-marking = Mention
briefs-cutoff = Arrêt de l’information
briefs-authors = Auteurs
briefs-authors-hint = Séparés par des virgules.
briefs-org = Organisation
briefs-desk = Bureau
briefs-cancel = Annuler
briefs-trashed = « { $title } » est dans la corbeille.
briefs-duplicated = Dupliquée sous { $serial }.
composer-brief = Note
composer-part-bluf = L’essentiel
composer-part-judgements = Jugements clés
composer-part-scope = Périmètre
composer-part-discussion = Analyse
composer-part-risks = Tableau des risques
composer-part-assumptions = Hypothèses clés
composer-part-alternatives = Analyse alternative
composer-part-outlook = Perspectives et indicateurs
composer-part-implications = Implications
composer-part-changes = Évolution depuis la note précédente
composer-part-gaps = Lacunes du renseignement
composer-part-evidence = Éléments de preuve
composer-part-source-summary = Synthèse des sources
composer-kind-paragraph = paragraphe
composer-kind-bluf = un seul paragraphe
composer-kind-judgements = avec probabilité et confiance
composer-kind-risks = du registre
composer-kind-evidence = un passage à part
composer-begin-paragraph = Écrire un paragraphe
composer-begin-bluf = Écrire l’essentiel
composer-begin-judgements = Ajouter un jugement
composer-begin-risks = Choisir un risque
composer-begin-evidence = Choisir un passage
composer-block-name = { $part }, { $number }
composer-write = Écrire…
composer-saved = Enregistré
composer-saving = Enregistrement…
composer-export = Exporter
composer-keep = Garder
composer-more-actions = Plus
composer-add-block = Ajouter un bloc
composer-removed = Bloc retiré.
composer-cannot-move = Le bloc est au bord de sa partie.
composer-cited = { $count ->
    [one] Passage cité.
   *[other] { $count } passages cités.
 }
composer-uncited = Citation retirée.
composer-accepted = Le contrôle est accepté, avec votre motif.
composer-words = { $count ->
    [one] { $count } mot
   *[other] { $count } mots
 }
composer-notes = { $count ->
    [one] { $count } appel de note
   *[other] { $count } appels de note
 }
composer-took = Aperçu { $ms } ms
composer-grip = Déplacer le bloc
composer-note = Note { $note } : { $source }
composer-not-assessed = non évalué
composer-risk-changed = Évalué de nouveau depuis la dernière modification de la note
composer-risk-gone = Le risque est dans la corbeille
composer-source-changed = Une version plus récente de la source est dans la bibliothèque
composer-source-gone = Un passage cité est dans la corbeille
composer-evidence = Éléments
composer-evidence-since = { $count } depuis le { $day }
composer-evidence-none = Pas encore de passages. Ce que vous marquez dans un article se trouve ici, prêt à être cité.
composer-evidence-nothing = Aucun passage ne contient ces mots.
composer-filter = Filtrer les passages
composer-unlinked = Sur aucun risque
composer-cited-as = , cité en note { $note }
composer-more = En afficher plus
composer-picked = { $count } cochés
composer-add = Citer
composer-choose-risk = Choisir un risque
composer-find-block = Quel type de bloc ?
composer-find-risk = Chercher un risque
composer-find-passage = Chercher un passage
composer-judgement-words = Le jugement
composer-judgement-placeholder = Il est très peu probable que … avant …
composer-likelihood = Probabilité
composer-choose = Choisir…
composer-term = { $term }, { $low }–{ $high } %
composer-confidence = Confiance
composer-confidence-low = Faible
composer-confidence-moderate = Modérée
composer-confidence-high = Élevée
composer-basis = Fondement de la confiance
composer-basis-hint = Complète « Confidence is { $level }: … »
composer-add-judgement = Ajouter le jugement
composer-lacks-words = Le jugement demande des mots.
composer-lacks-likelihood = Choisissez une probabilité.
composer-lacks-confidence = Choisissez un niveau de confiance.
composer-lacks-basis = Dites sur quoi repose la confiance.
preview-title = Aperçu
preview-page = Page { $page } sur { $pages }
preview-size = Taille des pages
preview-fit = Pleine largeur
preview-zoom = { $percent } %
preview-pages = Pages
preview-alt = Page { $page } de la note ; son texte est dans l’éditeur
checks-title = Contrôles
checks-next = suivant
checks-none = Rien à corriger.
checks-advice = { $count ->
    [one] et { $count } remarque
   *[other] et { $count } remarques
 }
checks-holds = retient la note
checks-go = Y aller
checks-accept = Accepter
checks-accept-title = Accepter ce contrôle
checks-accept-text = La note peut partir bien que ce contrôle ait trouvé quelque chose. Cela vaut pour ces mots seulement.
checks-reason = Motif
checks-reason-hint = Gardé dans la bibliothèque avec le contrôle.
checks-reason-missing = Il faut un motif.
export-held = Des contrôles retiennent cette note
export-held-text = { $count ->
    [one] Un contrôle s’oppose à son envoi.
   *[other] { $count } contrôles s’opposent à son envoi.
 }
export-despite = Exporter malgré tout
export-done = Enregistré sous { $file }.
export-open = Ouvrir
export-show = Montrer dans le dossier

## Window: search

search-title = Recherche
search-placeholder = Des mots, « une expression », -sans, tag:énergie
search-count =
    { $count ->
        [one] { $formatted } résultat en { $millis } ms
       *[other] { $formatted } résultats en { $millis } ms
    }
search-position = { $at } sur { $total }
search-tabs = Types de résultats
search-results = Résultats
search-tab-all = Tout
search-tab-article = Articles
search-tab-passage = Passages
search-tab-note = Annotations
search-tab-risk = Risques
search-tab-brief = Notes
search-all = Les { $count }
search-more-passages = Les passages des 100 meilleurs articles sont comptés.
search-passages =
    { $count ->
        [0] dans le titre
        [one] { $count } passage
       *[other] { $count } passages
    }
search-empty = Chercher dans toute la bibliothèque
search-empty-text = Les articles, leurs passages, vos annotations, les risques et les notes. Accents et majuscules ne comptent pas.
search-language-words = grain port
search-language-words-means = les deux mots, ou des mots qui commencent ainsi
search-language-phrase = "licences de grain"
search-language-phrase-means = ces mots côte à côte
search-language-not = -brouillon
search-language-not-means = sans ce mot
search-language-tag = tag:énergie/gaz
search-language-tag-means = avec cette étiquette ou une qui en dépend
search-language-source = source:ledger
search-language-source-means = de cette source
search-language-kind = kind:fact
search-language-kind-means = marqué ainsi (fact, judgement, risk, question, claim)
search-language-risk = risk:R-3
search-language-risk-means = qui touche ce risque
search-language-after = after:2026-02
search-language-after-means = publié à partir de là ; before: jusque-là
search-none = Rien trouvé pour « { $query } »
search-none-text = Essayez moins de mots, ou le début d’un mot.
search-none-part = « { $part } » écarte le plus de résultats.
search-drop =
    { $count ->
        [one] Retirer « { $part } » et voir { $count } résultat
       *[other] Retirer « { $part } » et voir { $count } résultats
    }

## Window: tags

tags-title = Étiquettes
tags-filter = Filtrer les étiquettes
tags-unused = Inutilisées { $count }
tags-count =
    { $count ->
        [one] { $count } étiquette
       *[other] { $count } étiquettes
    }
tags-selected = { $count } sélectionnées
tags-empty = Pas encore d’étiquettes
tags-empty-text = Étiquetez un article ou un passage avec « t » en le lisant ; une barre oblique fait une branche, comme énergie/gaz.
tags-none = Aucune étiquette ne correspond
tags-show-all = Afficher toutes les étiquettes
tags-head-name = Étiquette
tags-head-articles = Articles
tags-head-annotations = Passages
tags-head-used = Dernier usage
tags-new-name = Nouveau nom de l’étiquette { $tag }
tags-carriers = Ce qui porte l’étiquette
tags-carried-by-none = Rien ne porte cette étiquette
tags-merge-title = Fusionner { $from } avec { $to } ?
tags-merge-text = { $from } est sur { $articles } articles et { $annotations } passages, { $to } sur { $toarticles } et { $toannotations }. Ensuite, tous porteront { $to }.
tags-merge = Fusionner
tags-merged = { $from } est maintenant { $to }.
tags-renamed = { $from } s’appelle maintenant { $to }.
tags-removed = { $tag } est retirée de partout.
tags-removed-many =
    { $count ->
        [one] { $count } étiquette est retirée de partout.
       *[other] { $count } étiquettes sont retirées de partout.
    }

## Window: help

help-title = Guide
help-contents = Sommaire
help-find = Chercher dans le guide
help-none = Aucune page ne contient « { $query } ».

## Library

library-unreadable = La bibliothèque { $path } ne peut pas être ouverte : { $reason }. Rien n’a été changé.
library-unreadable-hint = Vérifiez que le dossier existe et que vous pouvez y lire et y écrire, ou nommez-en un autre avec --library.
library-damaged = Le fichier { $path } n’est pas une bibliothèque Chancery, ou il est endommagé ({ $detail }). Il a été laissé exactement tel quel.
library-damaged-hint = Mettez-le de côté et remplacez-le par votre dernière copie de la bibliothèque, ou nommez un autre dossier avec --library.
library-damaged-inside = La bibliothèque est endommagée ({ $detail }). Rien n’a été changé.
library-damaged-inside-hint = chancery check dit ce qui est endommagé. Mettez library.sqlite de côté et remplacez-le par votre dernière copie.
library-foreign = Le fichier { $path } est la base de données d’un autre programme. Il a été laissé exactement tel quel.
library-foreign-hint = Nommez un autre dossier avec --library.
library-newer = La bibliothèque { $path } a été écrite par un Chancery plus récent (schéma { $found } ; ce programme connaît { $known }). Elle a été laissée exactement telle quelle.
library-newer-hint = Mettez Chancery à jour pour l’ouvrir.
library-locked = Un autre programme écrit dans la bibliothèque et n’a pas fini à temps. Rien de vous n’a été écrit.
library-locked-hint = Réessayez dans un instant ; fermez les autres programmes qui tiennent la bibliothèque.
library-read-only = La bibliothèque ne peut être que lue ici ; rien n’a été écrit. Ce qu’elle contient est intact.
library-read-only-hint = Demandez le droit d’écrire dans son dossier, ou copiez le dossier ailleurs et nommez-le avec --library.
library-full = La bibliothèque n’a pas pu être écrite : le disque est plein ou une limite est atteinte ({ $detail }). Ce qui s’y trouvait est intact ; ce changement n’a pas été gardé.
library-full-hint = Faites de la place sur le disque et recommencez.
library-changed-since = C’est impossible : une fiche ({ $noun }) a été modifiée depuis. Rien n’a été changé.
library-owner-gone = C’est impossible : ce dont elle dépend ({ $noun }) a disparu. Rien n’a été changé.
no-such-record = Cette bibliothèque ne contient pas « { $what } » ({ $noun }). Rien n’a été changé.
not-a-uid = « { $given } » n’est pas l’identité d’une fiche.
not-a-uid-hint = Les identités sont les longs codes qu’affichent list, annotations list, risk list et brief list ; un risque peut s’appeler R-1.
noun-record = fiche
noun-article = article
noun-article-version = version
noun-article-tag = étiquette
noun-annotation = annotation
noun-annotation-tag = étiquette
noun-anchor = emplacement
noun-assessment = évaluation
noun-brief = note
noun-brief-block = partie d’une note
noun-citation = citation
noun-evidence = élément de preuve
noun-risk = risque
noun-risk-keeping = risque
noun-snapshot = capture
noun-site-rule = règle
noun-origin-said = origine
noun-version-fetch = version
noun-version-picture = image
noun-source = source
noun-source-grade = cotation
noun-tag = étiquette
nothing-to-undo = Il n’y a rien à annuler.
nothing-to-redo = Il n’y a rien à rétablir.
failure-bug = Une erreur de notre fait s’est produite ({ $detail }). Rien n’a été changé.
failure-bug-hint = Merci de la signaler avec ce message.
argument-missing = Il manque { $what }.
input-unreadable = L’entrée standard n’a pas pu être lue jusqu’au bout : { $reason }. Ce qui avait été confirmé est gardé.
answer-unprinted = La réponse n’a pas pu être affichée : { $reason }. Ce qui était demandé est fait malgré tout.
line-unreadable = Cette ligne n’est pas une requête : { $reason }.
window-missing = La fenêtre (chancery-window) n’a pas pu être lancée : { $reason }. Tout fonctionne depuis le terminal : voir chancery --help.

## Settings file

settings-damaged = Les réglages n’ont pas pu être lus ({ $detail }). Le fichier a été déplacé vers { $path } et les réglages habituels s’appliquent.
settings-unreadable = Les réglages de { $path } ne peuvent pas être lus : { $reason }. Les réglages habituels s’appliquent pour l’instant.
settings-unreadable-hint = Vérifiez que vous pouvez lire et écrire ce fichier.
settings-unwritten = Les réglages ne peuvent pas être écrits dans { $path } : { $reason }. Ils valent jusqu’à la fermeture de Chancery.
settings-unwritten-hint = Vérifiez que vous pouvez écrire dans ce dossier et que le disque a de la place.

## What was given

not-a-kind = « { $given } » n’est pas un type d’annotation : fact, judgement, risk, question ou claim.
not-a-confidence = « { $given } » n’est pas un niveau de confiance : low, moderate ou high.
not-a-template = « { $given } » n’est pas un modèle : intel-note.
not-a-section = « { $given } » n’est pas une section d’une intel-note ; au choix : { $known }.
not-a-stance = « { $given } » n’est pas une position : supports, contradicts ou context.
not-a-weight = « { $given } » n’est pas un poids : L, M ou H.
not-a-marking = « { $given } » n’est pas une mention TLP 2.0 : TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT ou TLP:RED.
not-a-status = « { $given } » n’est pas un état : open, watch, closed, resolved ou void.
not-a-credibility = « { $given } » n’est pas une crédibilité : un chiffre de 1 (confirmé) à 6 (impossible à juger).
not-a-reliability = « { $given } » n’est pas une fiabilité : une lettre de A (totalement fiable) à F (impossible à juger).
not-a-tag = « { $given } » n’est pas une étiquette : chaque nom entre les barres demande au moins une lettre.
tag-too-long = Une étiquette a { $most } caractères au plus.
tag-exists = L’étiquette « { $to } » existe déjà. Rien n’a été changé.
tag-exists-hint = Fusionnez les deux, ou choisissez un autre nom.
impact-outside = L’impact va de 1 (négligeable) à 5 (catastrophique), pas { $given }.
basis-missing = La confiance demande un fondement : dites en quelques mots sur quoi elle repose.
rationale-missing = Un jugement demande un motif : dites en une phrase pourquoi.
horizon-past = L’horizon { $horizon } précède le jour du jugement, { $asof }.
likelihood-unknown = « { $given } » n’est pas un terme de l’échelle { $scale } : choisissez parmi { $terms }, ou donnez un pourcentage.
likelihood-off-scale = { $percent } % sort de l’échelle { $scale }, qui va de { $low } à { $high } % : rien n’est certain ni impossible.
likelihood-in-gap = { $percent } % tombe entre « { $below } » et « { $above } » sur l’échelle { $scale } : choisissez l’un des deux.
source-nameless = Une source a besoin d’un nom.
grade-without-reason = Une cotation demande un motif : dites en une phrase pourquoi.
risk-untitled = Un risque a besoin d’un titre.
brief-untitled = Une note a besoin d’un titre, de préférence un jugement plutôt qu’un sujet.
block-empty = Il n’y a rien à ajouter : le texte est vide.
brief-unreadable = Chancery ne peut pas lire cette note : { $detail }. Rien n’a été importé.
brief-of-other-schema = C’est un document « { $found } », et ce Chancery lit « brief/1 ». Rien n’a été importé ; un Chancery plus récent peut le lire.
brief-place-empty = Le champ « { $place } » est vide. Donnez-lui un texte et exportez de nouveau.
brief-cites-unknown = « { $place } » cite « { $id } », qui n’est pas parmi les éléments de la note. Ajoutez cet élément ou retirez la citation.
brief-names-unknown = « { $place } » nomme la source « { $id } », qui n’est pas parmi les sources de la note. Ajoutez cette source ou retirez l’élément.
brief-level-unknown = « { $place } » vaut « { $value } » ; valeurs possibles : { $known }.
brief-ids-twice = Deux entrées ({ $what }) ont l’identité « { $id } » ; elles doivent différer.
brief-out-of-range = « { $place } » vaut { $value } ; il faut rester entre { $range }.
brief-not-a-date = « { $place } » : « { $value } » n’est pas une date de la forme AAAA-MM-JJ.
brief-contradiction = « { $place } » dit « { $found } » là où { $by } dit « { $expected } ». Évaluez de nouveau, ou corrigez l’un des deux.
brief-script-missing = « { $place } » contient du texte en écriture { $script } (« { $sample } »), et aucune police de la note n’a ces lettres. Translittérez-le, ou exportez en Markdown.
brief-not-typeset = La page n’a pas pu être composée : { $detail }. La note elle-même est intacte ; elle peut être exportée en Markdown ou JSON.

## Steps (menu, undo and redo; ids begin with op-)

op-make-library = Créer la bibliothèque
op-undo = Annuler
op-redo = Rétablir
op-grade = Coter { $source } { $grade }
op-trash = Mettre à la corbeille { $noun ->
    [article] un article
    [annotation] une annotation
    [risk] un risque
    [evidence] un lien vers un risque
   *[brief] une note
 }
op-restore = Restaurer { $noun ->
    [article] un article
    [annotation] une annotation
    [risk] un risque
    [evidence] un lien vers un risque
   *[brief] une note
 }
op-sort-articles = { $count ->
    [one] Classer un article
   *[other] Classer { $count } articles
 }
op-tag-rename = Renommer l’étiquette { $from } en { $to }
op-tag-remove = Retirer l’étiquette { $tag }
op-tags-remove = { $count ->
    [one] Retirer une étiquette
   *[other] Retirer { $count } étiquettes
 }
op-import = Importer « { $title } »
op-import-files = { $count ->
    [one] Importer { $count } fichier
   *[other] Importer { $count } fichiers
 }
op-pictures-fetch = Charger les images de « { $title } »
op-version-add = Nouvelle version de « { $title } »
op-origin-alone = Tenir un article pour indépendant
op-origin-with = Tenir deux articles pour de même origine
op-origin-cues = Laisser retrouver l’origine d’un article
op-rule-remember = Retenir une règle pour { $site }
op-rule-forget = Oublier une règle
op-record-correct = Corriger la fiche de « { $title } »
op-draft-keep = Garder un brouillon
op-draft-drop = Jeter un brouillon
op-mark = Marquer comme { $kind ->
    [fact] fait
    [judgement] jugement
    [risk] risque
    [question] question
   *[claim] affirmation
 }
op-mark-move = Déplacer une marque
op-mark-grade = Coter un passage
op-mark-tag = Étiqueter un passage « { $tag } »
op-mark-untag = Retirer l’étiquette « { $tag } » d’un passage
op-note = Écrire une note
op-claim-aside = Écarter un risque d’une source
op-claim-back = Reprendre un risque d’une source
op-claim-link = Relier un risque d’une source
op-risk-new = Nouveau risque
op-risk-adopt = Adopter un risque
op-risk-new-link = Relier un nouveau risque
op-risk-reword = Reformuler un risque
op-risk-keep = Changer le suivi d’un risque
op-risk-assess = Évaluer un risque
op-link = { $stance ->
    [supports] Relier un élément à l’appui
    [contradicts] Relier un élément contraire
   *[context] Relier un élément de contexte
 }
op-brief-new = Nouvelle note
op-brief-copy = Dupliquer une note
op-brief-front = Modifier la page de garde d’une note
op-brief-add = { $block ->
    [bluf] Ajouter l’essentiel à une note
    [judgement] Ajouter un jugement à une note
    [paragraph] Ajouter un paragraphe à une note
    [risk] Ajouter un risque à une note
   *[evidence] Ajouter un élément de preuve à une note
 }
op-block-write = Modifier le texte d’une note
op-block-judge = Juger à nouveau
op-block-move = Déplacer un bloc
op-block-drop = Retirer un bloc
op-cite = Citer un passage
op-uncite = Retirer une citation
op-checks-accept = { $count ->
    [one] Accepter un constat
   *[other] Accepter { $count } constats
 }
op-articles-inbox = { $count ->
    [one] Remettre un article dans la boîte de réception
   *[other] Remettre { $count } articles dans la boîte de réception
 }
op-articles-later = { $count ->
    [one] Mettre un article de côté
   *[other] Mettre { $count } articles de côté
 }
op-articles-archive = { $count ->
    [one] Archiver un article
   *[other] Archiver { $count } articles
 }
op-articles-read = { $count ->
    [one] Marquer un article comme lu
   *[other] Marquer { $count } articles comme lus
 }
op-articles-unread = { $count ->
    [one] Marquer un article comme non lu
   *[other] Marquer { $count } articles comme non lus
 }
op-articles-star = { $count ->
    [one] Mettre une étoile à un article
   *[other] Mettre une étoile à { $count } articles
 }
op-articles-unstar = { $count ->
    [one] Retirer l’étoile d’un article
   *[other] Retirer l’étoile de { $count } articles
 }
op-articles-tag = { $count ->
    [one] Étiqueter un article
   *[other] Étiqueter { $count } articles
 }
op-articles-trash = { $count ->
    [one] Mettre un article à la corbeille
   *[other] Mettre { $count } articles à la corbeille
 }
op-articles-restore = { $count ->
    [one] Restaurer un article
   *[other] Restaurer { $count } articles
 }

## Command line (answers to people; --json is the same in every language)

cli-words-twice = Ces mots figurent { $count } fois dans l’article ; le premier passage (caractère { $start }) a été marqué. --prefix ou --suffix en désigne un autre.
cli-no-subcommand = il manque une sous-commande ; --help les énumère
cli-imported = importé
cli-new-version = nouvelle version
cli-duplicate = doublon
cli-failed = échec
cli-passage-changed = { $at } : « { $quote } » est devenu « { $now } »
cli-passage-gone = { $at } : « { $quote } » ne s’y trouve plus
cli-version-first = première
cli-version-corrected = corrigée
cli-version-changed = modifiée
cli-difference = { $kept } mots gardés, { $dropped } supprimés, { $added } ajoutés
cli-origin-agency = Agence : { $agency }
cli-origin-said = (selon vous)
cli-origin-address = (donne la même page pour adresse)
cli-origin-with-agency = (même agence, { $percent } % des mots)
cli-origin-words = ({ $percent } % des mots)
cli-rule-forgotten = oubliée
cli-rule-from-cue = { $field } d’après { $cue }
cli-rule-always = { $field } est toujours { $value }
cli-rule-never = { $field } reste vide
cli-rule-without-line = sans la ligne « { $line } »
cli-unchanged = inchangé
cli-picture-missing = non chargée
cli-same-text = même texte
cli-section = Rubrique
cli-published = Publié
cli-by = Par
cli-source = Source
cli-tags = Étiquettes
cli-state = État
cli-hash = SHA-256
cli-state-of = { $state ->
    [inbox] boîte de réception
    [later] plus tard
    [trash] corbeille
   *[archive] archive
 }
cli-kind = { $kind ->
    [fact] fait
    [judgement] jugement
    [risk] risque
    [question] question
   *[claim] affirmation
 }
cli-block = { $block ->
    [bluf] essentiel
    [judgement] jugement
    [paragraph] paragraphe
    [risk] risque
   *[evidence] élément de preuve
 }
cli-noun = { $noun ->
    [article] article
    [annotation] annotation
    [risk] risque
    [evidence] élément de preuve
   *[brief] note
 }
cli-stance = { $stance ->
    [supports] appuie
    [contradicts] contredit
   *[context] contexte
 }
cli-severity = { $severity ->
    [error] erreur
    [warning] alerte
    [accepted] accepté
   *[info] info
 }
cli-exported = { $path }  { $bytes ->
    [one] { $bytes } octet
   *[other] { $bytes } octets
 }
cli-trashed = { $noun ->
    [article] L’article
    [annotation] L’annotation
    [risk] Le risque
    [evidence] Le lien à un risque
   *[brief] La note
 } est à la corbeille ; restore permet de revenir en arrière.
cli-restored = { $noun ->
    [article] L’article est de retour.
    [annotation] L’annotation est de retour.
    [risk] Le risque est de retour.
    [evidence] Le lien à un risque est de retour.
   *[brief] La note est de retour.
 }
cli-in-order = La bibliothèque est en ordre : { $articles } articles, { $annotations } annotations, { $operations } modifications au journal.
cli-not-in-order = La bibliothèque n’est pas en ordre : { $articles } articles, { $annotations } annotations, { $operations } modifications au journal.
cli-sample-made = La bibliothèque d’exemple est créée : { $articles } articles, { $risks } risques, { $briefs } note.
cli-sample-there = La bibliothèque d’exemple existe déjà : { $articles } articles, { $risks } risques, { $briefs } note.
cli-sample-away = Pour l’enlever, supprimez ce dossier.
cli-not-assessed = non évalué
cli-standing = { $rating } : { $band }, impact { $impact }
cli-judged = { $until ->
    [day] { $rating } : { $band } d’ici au { $horizon }, impact { $impact }.
   *[open] { $rating } : { $band }, impact { $impact }.
 }
cli-confidence = La confiance est { $confidence ->
    [low] faible
    [high] élevée
   *[moderate] modérée
 } : { $basis }.
cli-adopted = Adopté de RK{ $number } de { $article }
cli-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
 }
cli-source-new = nouvelle : aucune source ne portait ce nom

## Import

file-unreadable = { $path } ne peut pas être lu : { $reason }. Rien n’en a été pris.
file-is-folder = { $path } est un dossier, et il faut ici un fichier.
folder-without-files = Le dossier { $path } ne contient aucun fichier à importer.
input-too-large = Il dépasse { $megabytes } Mo, plus qu’aucun article. Rien n’en a été pris.
import-earlier-state = C’est un état antérieur d’une page dont la bibliothèque a un état plus récent. Rien n’a été ajouté.
import-duplicate-in-trash = Il est dans la corbeille de la bibliothèque : restaurez-le pour le revoir.
one-version = Cet article n’a qu’une version : il n’y a rien à comparer.
rule-no-site = « { $given } » n’est pas un site. Écrivez son hôte, comme example.org, ou l’adresse d’une de ses pages.
rule-no-sense = Cela ne peut pas être une règle : un article a un titre, et seuls la source, la rubrique et la langue sont les mêmes sur toutes les pages. Rien n’a été retenu.
input-empty = Il est vide. Rien n’en a été pris.
input-blank = Il ne contient que des espaces et des fins de ligne. Rien n’en a été pris.
input-binary = Ce n’est pas du texte mais des données binaires. Rien n’en a été pris.
input-not-text = C’est { $what }. Sont lus les textes, les pages web, les documents PDF et Word (.docx) et les messages : enregistrez-le sous l’une de ces formes dans le programme qui l’a produit.
input-damaged = C’est { $what }, mais il est endommagé ou protégé par un mot de passe. Rien n’en a été pris ; ouvrez-le dans le programme qui l’a produit et enregistrez-le à nouveau.
input-bomb = Il se décompresse en plus de { $megabytes } Mo, plus qu’aucun article. Rien n’en a été pris.
input-too-complex = Il est fait de plus de parties, ou plus imbriquées, qu’aucun article, peut-être pour nuire. Rien n’en a été pris.
input-many-messages = C’est une boîte de { $count } messages, et un seul message est lu à la fois. Enregistrez chaque message dans un fichier à part (.eml).
input-too-many-lines = Il compte { $lines } lignes, et aucun article n’en a plus de { $limit }. Rien n’en a été pris.
input-pdf-encrypted = C’est un PDF qui ne s’ouvre qu’avec un mot de passe. Rien n’en a été pris ; ouvrez-le dans le logiciel qui affiche les PDF et enregistrez-en une copie sans mot de passe.
input-pdf-scanned = C’est un PDF numérisé : { $pages ->
    [one] sa page est une image
   *[other] ses { $pages } pages sont des images
} sans texte derrière. Rien n’en a été pris ; faites ajouter le texte par un logiciel de reconnaissance (OCR), puis ouvrez cette copie.
input-pdf-unreadable = C’est un PDF qui ne dit pas quelles lettres représentent ses formes. Rien n’en a été pris ; imprimez-le vers un nouveau PDF depuis le logiciel d’origine, ou copiez son texte depuis une fenêtre qui l’affiche.
input-pdf-too-many-pages = C’est un PDF de { $pages } pages, et { $limit } au plus sont lues. Rien n’en a été pris ; enregistrez à part les pages dont vous avez besoin.
parser-failed = L’analyseur a échoué, ce qui est une erreur de notre fait. Rien n’en a été pris ; le fichier est resté tel quel.
worker-died = L’analyseur s’est arrêté avant la fin : erreur de notre fait, ou fichier fait pour nuire. Rien n’en a été pris ; le fichier est resté tel quel.
worker-timed-out = La lecture a dépassé { $seconds } secondes et a été arrêtée. Rien n’en a été pris ; le fichier est resté tel quel.
version-superseded = L’article a une version plus récente depuis son affichage ici. Rien n’a été modifié.
version-superseded-hint = Regardez la version plus récente et recommencez-y.
import-file-changed = Le fichier a été modifié depuis sa lecture ici. Rien n’a été enregistré.
import-file-changed-hint = Ouvrez-le de nouveau pour voir ce qu’il dit maintenant.
import-running = Une importation de fichiers est déjà en cours.
import-running-hint = Attendez la fin ou arrêtez-la ; ce qu’elle a fait reste.
record-no-title = Un article a besoin d’un titre.
record-no-date = « { $given } » n’est pas une date que l’on puisse lire avec certitude. Écrivez 2 Feb 2026 ou 2026-02-02.
record-no-address = « { $given } » n’est pas l’adresse d’une page. Elle commence par https:// ou http://.
record-no-language = « { $given } » n’est pas un code de langue. Écrivez en, fr ou pt-BR.
worker-unstartable = L’analyseur n’a pas pu être lancé ({ $reason }). Rien n’en a été pris.

## Web addresses

address-not-web = « { $place } » n’est pas l’adresse d’une page : elle ne commence ni par https:// ni par http://. Rien n’a été chargé.
address-not-web-hint = Copiez l’adresse dans la barre d’adresse de votre navigateur.
address-unreadable = « { $place } » ne peut pas être lu comme l’adresse d’une page. Rien n’a été chargé.
address-unreadable-hint = Copiez l’adresse dans la barre d’adresse de votre navigateur.
address-names-a-user = L’adresse nomme un utilisateur ou un mot de passe devant { $place }, ce dont une page publique n’a pas besoin. Rien n’a été chargé.
address-names-a-user-hint = Retirez ce qui précède le @, ou ouvrez la page dans votre navigateur et collez son texte.
address-port = L’adresse nomme un port de { $place } où se trouvent d’autres services que des pages. Rien n’a été chargé.
address-port-hint = Copiez l’adresse dans la barre d’adresse de votre navigateur.
fetch-own-network = { $place } est sur cet ordinateur ou dans un réseau fermé, et les pages ne sont chargées que de l’internet public. Rien n’a été chargé.
fetch-own-network-hint = Ouvrez la page dans votre navigateur, copiez son texte et collez-le.
fetch-downgraded = { $place } mène d’une adresse sûre (https) à une adresse ouverte (http), où d’autres peuvent lire et modifier la page. Elle n’a pas été suivie.
fetch-downgraded-hint = Donnez vous-même l’adresse en http:// si vous lui faites confiance, ou ouvrez la page dans votre navigateur et collez son texte.
fetch-too-many-redirects = { $place } mène d’une adresse à l’autre sans fin. Rien n’a été chargé.
fetch-too-many-redirects-hint = Ouvrez la page dans votre navigateur, et copiez l’adresse où vous arrivez ou le texte de la page.
fetch-no-such-name = Aucun site n’a été trouvé sous { $place }, ou cet ordinateur n’est pas connecté à internet. Rien n’a été chargé.
fetch-no-such-name-hint = Vérifiez l’adresse et la connexion, puis réessayez.
fetch-no-connection = { $place } n’a pas pu être joint, ou a rompu la connexion. Rien n’a été chargé.
fetch-no-connection-hint = Vérifiez la connexion et réessayez plus tard, ou ouvrez la page dans votre navigateur et collez son texte.
fetch-timed-out = { $place } a mis trop de temps à répondre. Rien n’a été chargé.
fetch-timed-out-hint = Réessayez plus tard, ou ouvrez la page dans votre navigateur et collez son texte.
fetch-certificate-expired = Le certificat de { $place } a expiré ou n’est pas encore valable : nul ne peut dire de qui est la page. Rien n’a été chargé.
fetch-certificate-expired-hint = Vérifiez la date de cet ordinateur. Si elle est juste, c’est au site d’y remédier.
fetch-certificate-of-another = Le serveur qui répond pour { $place } a le certificat d’un autre site. Rien n’a été chargé.
fetch-certificate-of-another-hint = Vérifiez l’adresse ; un réseau qui demande d’abord de s’identifier peut aussi en être la cause.
fetch-certificate-unknown = Le certificat de { $place } n’est signé par personne à qui cet ordinateur fasse confiance. Rien n’a été chargé.
fetch-certificate-unknown-hint = Si votre organisation a ses propres certificats, leur place est parmi ceux de cet ordinateur.
fetch-insecure = Aucune connexion sûre avec { $place } n’a pu s’établir. Rien n’a été chargé.
fetch-insecure-hint = Ouvrez la page dans votre navigateur et collez son texte.
fetch-no-page = { $place } n’a pas de page à cette adresse (réponse { $number }).
fetch-no-page-hint = Vérifiez l’adresse. Ce qui s’y trouvait est peut-être dans une archive du web.
fetch-not-for-us = { $place } ne donne pas cette page aux programmes, ou seulement aux personnes identifiées ou abonnées (réponse { $number }).
fetch-not-for-us-hint = Ouvrez la page dans votre navigateur, copiez son texte et collez-le.
fetch-not-now = { $place } ne peut pas donner la page pour le moment (réponse { $number }).
fetch-not-now-hint = Réessayez plus tard, ou ouvrez la page dans votre navigateur et collez son texte.
fetch-no-answer = { $place } a répondu, mais pas par une page (réponse { $number }).
fetch-no-answer-hint = Ouvrez la page dans votre navigateur, copiez son texte et collez-le.
fetch-not-a-page = À cette adresse, { $place } n’a pas d’article mais { $media }.
fetch-not-a-page-hint = Donnez l’adresse de la page à laquelle il appartient.
fetch-not-a-picture = Ce que { $place } a à l’adresse de l’image n’est pas une image.
fetch-not-a-picture-hint = L’article est resté tel quel ; sa page a peut-être changé.
fetch-too-large = La page de { $place } dépasse { $megabytes } Mo, plus qu’aucun article. Elle n’a pas été chargée jusqu’au bout.
fetch-too-large-hint = Ouvrez la page dans votre navigateur, copiez le texte qu’il vous faut et collez-le.
fetch-cut-short = La connexion avec { $place } s’est arrêtée avant la fin de la page. Rien n’en a été pris.
fetch-cut-short-hint = Réessayez, ou ouvrez la page dans votre navigateur et collez son texte.
fetch-garbled = Ce que { $place } a répondu ne peut pas être lu comme une page. Rien n’en a été pris.
fetch-garbled-hint = Ouvrez la page dans votre navigateur, copiez son texte et collez-le.
fetch-cancelled = La page n’a pas été chargée, comme vous l’avez demandé.
fetch-cancelled-hint = Chargez-la de nouveau quand vous voudrez.
pictures-too-large = Les images de cet article dépassent ensemble 50 Mo. Celle-ci n’a pas été gardée.
pictures-not-shown = Ce n’est pas une image que l’on garde ici : PNG, JPEG, GIF ou WebP.
fetch-forgotten = La page qui avait été chargée n’est plus disponible. Rien n’a été enregistré.
fetch-forgotten-hint = Chargez-la de nouveau.
fetch-kept-as-draft = L’adresse est gardée comme brouillon, où coller le texte de la page.
refetch-kept = L’article est resté tel quel.
import-url-several = Plusieurs fichiers n’ont pas été trouvés à une seule adresse. Rien n’a été importé.
import-url-several-hint = Donnez l’adresse avec un seul fichier, ou laissez-la de côté.
refetch-other-page = Ce qui est venu de là est une autre page, « { $title } ».
refetch-other-page-hint = Regardez son adresse dans un navigateur. Une page derrière une connexion, ou déplacée, peut être collée.
refetch-no-address = « { $title } » n’a pas d’adresse d’où le charger.
refetch-no-address-hint = Donnez à sa fiche l’adresse de la page.

## Annotate

passage-missing = Aucun passage n’est nommé : donnez ses mots (quote), ou start et end.
passage-outside = La plage de { $start } à { $end } sort du texte de l’article, qui compte { $length } caractères. Rien n’a été marqué.
passage-off-screen = Ce passage n’est pas dans le texte que garde la bibliothèque.
passage-off-screen-hint = Ouvrez l’article de nouveau : il a pu changer depuis.
passage-blank = Cette plage ne contient que des espaces. Rien n’a été marqué.
passage-not-found = Les mots « { $quote } » ne figurent pas dans le texte de cet article. Rien n’a été marqué.
passage-not-found-hint = `chancery text ARTICLE` affiche le texte ; prefix et suffix doivent toucher les mots.
article-in-trash = L’article est dans la corbeille ; rien n’a été fait. Restaurez-le d’abord.
annotation-in-trash = L’annotation, ou son article, est dans la corbeille ; rien n’en a été fait. Restaurez-la d’abord.
credibility-confirmed = La crédibilité 1 signifie confirmé par une source d’une autre origine, ce qu’un passage seul ne peut montrer. Rien n’a été marqué ; utilisez 2 à 6.

## Assess

no-such-source-risk = L’article { $count ->
    [0] ne cite aucun risque
    [one] cite un risque
   *[other] cite { $count } risques
 } ; il n’y a pas de numéro { $number } à reprendre. Rien n’a été créé.
not-a-day = « { $given } » n’est pas un jour. Rien n’a été enregistré ; écrivez année-mois-jour, 2026-11-23.
review-before-assessment = La prochaine révision précède le jour du jugement. Rien n’a été enregistré ; choisissez un jour plus tardif, ou aucun.
first-assessment-needs-reason = Le premier jugement demande un motif : dites en une phrase pourquoi. Rien n’a été enregistré.
changed-assessment-needs-reason = Le jugement a changé et demande un motif : dites en une phrase ce qui l’a fait bouger. Rien n’a été enregistré.
risk-in-trash = { $number } est dans la corbeille ; rien n’a été fait. Restaurez-le d’abord.

## Compose and export

brief-in-trash = La note est dans la corbeille ; rien n’a été ajouté. Restaurez-la d’abord.
brief-kind-intel-note = Note de renseignement
brief-status-issued = Diffusée
brief-copy-of = { $title } (copie)
brief-held-back = { $count ->
    [one] Un contrôle retient
   *[other] { $count } contrôles retiennent
 } cette note. Rien n’a été écrit.
brief-held-back-hint = Corrigez ce que nomment les contrôles, ou dites pourquoi la note peut partir telle quelle.
block-is-no-judgement = Seul un jugement a une probabilité et une confiance. Rien n’a été changé.
check-needs-reason = Il faut un motif pour accepter un contrôle. Rien n’a été changé.
export-failed = La note n’a pas pu être écrite dans { $path } : { $reason }. Ce qui s’y trouvait est intact, et la note est en sûreté dans la bibliothèque.
export-into-folder = { $path } est un dossier. Nommez un fichier à l’intérieur.

## Checks of a brief

check-place-brief = La note dans son ensemble
check-place-judgement = Jugement clé
check-place-numbered = { $part } { $number }
check-missing-both = éditeur et date
check-missing-outlet = l’éditeur
check-missing-date = la date
check-el-001 = « { $match } » ne donne pas de probabilité. Choisissez un terme de l’échelle, ou énoncez un fait.
check-el-002 = « { $match } » n’est pas un terme d’ICD 203. Prenez le terme dont vous pensez la plage.
check-el-003 = « { $one } » et « { $two } » viennent de rangées différentes de l’échelle. Gardez une seule rangée.
check-el-004 = Probabilité et confiance dans une même phrase. Donnez à chacune la sienne.
check-el-005 = Le jugement ne porte pas de terme de probabilité.
check-el-006 = Le jugement ne dit pas sur quoi repose sa confiance.
check-el-007 = « { $match } » fait sortir le terme de l’échelle. Prenez la plage au-dessus ou au-dessous.
check-el-008 = « { $match } » prétend à 0 ou 100 %. L’échelle s’arrête à 1 et 99 %.
check-el-009 = « { $match } » prédit sans probabilité.
check-el-010 = « { $term } » signifie de { $low } à { $high } %, et la phrase dit { $match }.
check-el-011 = Chiffre trop précis pour une estimation : arrondissez-le, ou donnez la plage.
check-el-012 = L’estimation n’a pas d’horizon.
check-el-013 = « { $match } » n’est pas un niveau de confiance. Prenez low, moderate ou high.
check-el-014 = Deux précautions : gardez une seule estimation.
check-el-015 = « { $match } » : préférez assess, judge ou estimate.
check-el-016 = Deux estimations dans une phrase ({ $terms }).
check-el-017 = « { $match } » nie une estimation. Prenez le terme de la plage que vous pensez.
check-el-018 = Une condition sans estimation : dites sa probabilité, et ce qui s’ensuit.
check-so-001 = Rien n’est cité à l’appui.
check-so-002 = Un passage cité est dans la corbeille.
check-so-003 = Tous les éléments viennent d’une seule source : { $origin }.
check-so-004 = Sans cotation : { $origins }.
check-so-005 = Ne repose que sur des sources faibles.
check-so-006 = Une confiance élevée demande deux sources, dont une cotée B2 ou mieux.
check-so-007 = L’élément le plus ancien avait { NUMBER($days) } jours à l’arrêt de l’information.
check-so-008 = La note de fin pour { $origin } manque : { $missing }.
check-so-009 = La citation « { $match } » n’est un passage d’aucune source citée par la note.
check-so-010 = Qui l’a dit ? La citation n’a pas de locuteur.
check-so-011 = « { $match } » cache qui l’a dit.
check-so-012 = Repose sur le résumé du média ({ $places }), pas sur son reportage.
check-so-013 = La synthèse des sources est vide.
check-st-001 = L’essentiel devrait être là : une à trois phrases, 60 mots au plus.
check-st-002 = Une note a un à cinq jugements clés ; celle-ci en a { NUMBER($count) }.
check-st-003 = Une phrase de { NUMBER($words) } mots.
check-st-004 = « { $match } » prescrit. Une évaluation dit ce qui est, pas ce qu’il faut faire.
check-st-005 = « { $match } » prend parti.
check-st-006 = { $match } n’est pas développé à sa première occurrence.
check-st-007 = « { $match } » change avec le lecteur. Donnez la date.
check-st-008 = Il manque l’arrêt de l’information.
check-st-009 = { $section } : vide.
check-mk-002 = « { $match } » n’est pas une mention TLP 2.0.
check-ch-001 = Le texte dit « { $match } », la bande à côté « { $strip } ».
check-ch-002 = Le chiffre { $match } ne figure dans aucun passage cité ici.

## Samples

sample-unfinished = La bibliothèque d’exemple { $path } est inachevée : sa création a été interrompue.
sample-unfinished-hint = Supprimez ce dossier et recommencez ; il ne contient rien de vous.
sample-not-there = Il n’y a pas de bibliothèque d’exemple dans { $path }. Rien n’a été supprimé.
sample-not-there-hint = Une bibliothèque que vous avez créée vous-même se supprime dans le gestionnaire de fichiers.
sample-needs-own-folder = Le dossier { $path } contient une bibliothèque avec des articles à vous. Les exemples n’ont pas été ajoutés.
sample-needs-own-folder-hint = Nommez un dossier vide avec --library, ou aucun : les exemples auront alors leur propre dossier.
