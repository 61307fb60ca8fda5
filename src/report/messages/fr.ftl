# What diptych itself says, in French. `en.ftl` has the same messages with the same arguments.

## Files (load)

special-file = « { $path } » n’est ni un fichier ni un dossier ordinaire.
special-file-hint = Mettre à cet endroit le fichier lui-même : les liens et les périphériques ne sont pas suivis.
unsafe-name = Le nom de « { $path } » n’est pas utilisable sur tous les systèmes et serveurs web.
unsafe-name-hint = Renommer l’élément avec des lettres, des chiffres et des traits d’union, sans point ni espace au début ou à la fin.
name-collision = Deux fichiers portent le nom « { $path } » et ne diffèrent que par le codage des accents ; en supprimer un ou le renommer.
not-utf-8 = Le fichier n’est pas un texte en UTF-8 (octet { $offset }).
not-utf-8-hint = Enregistrer de nouveau le fichier avec le codage UTF-8.
control-character-entity = Une séquence d’échappement ou une entité désigne ici un caractère de commande.
control-character = Le caractère { $code } n’est pas admis ici.
invisible-character = Un caractère invisible se trouve ici : { $code }.
mixed-script = Le mot « { $word } » mêle des lettres d’alphabets différents qui se ressemblent.
mixed-script-hint = Retaper le mot avec les lettres d’un seul alphabet.
character-hint = Supprimer ce caractère, puis retaper les mots qui l’entourent.
size-mebibytes = { NUMBER($count) } Mio
size-kibibytes = { NUMBER($count) } Kio
too-large = La taille dépasse la limite de { $limit }.
load-no-site = Il n’y a pas de fichier « { $path } » : ce dossier n’est donc pas un site.
load-no-site-hint = Indiquer le dossier du site avec `--site DOSSIER` ou créer un site avec `diptych init { $path }`.
load-unreadable = Impossible de lire « { $path } » : { $problem }.
load-changed = « { $path } » a été modifié en cours de lecture.
load-changed-hint = Enregistrer le travail en cours, puis relancer la commande.
search-not-made = L’index de la recherche n’a pas pu être créé (en anglais : { $problem }).
search-not-made-hint = Signaler ce défaut. En attendant, retirer `search` de `outputs` dans `site.yaml`.

unknown-language = Le nom « { $file } » n’indique pas la langue du fichier ({ $codes }).
unknown-language-hint = Indiquer la langue devant `.md` dans le nom du fichier, par exemple `250655.fr.md`.
internal-error = Ce contenu a provoqué l’arrêt de diptych.
internal-error-hint = Il s’agit d’un défaut de diptych : le signaler en joignant ce fichier.

## Front matter and YAML (read)

missing-front-matter = Le fichier ne commence pas par un en-tête.
open-front-matter = L’en-tête qui commence ici n’est pas fermé.
missing-front-matter-hint = Écrire une ligne `---`, puis `title: …` et les données, chacune sur sa ligne, enfin une seconde ligne `---`.
invalid-yaml = Le texte est illisible à partir d’ici (en anglais : { $problem }).
invalid-yaml-hint = Vérifier les retraits, les guillemets et l’espace après chaque deux-points ; mettre entre guillemets droits tout texte qui contient `: ` ou ` #`.
several-documents = Une ligne `---` coupe le fichier en deux.
refused-yaml = Les ancres, alias, étiquettes et fusions (`&`, `*`, `!`, `<<`) ne sont pas admis, non plus qu’un trop grand nombre de niveaux imbriqués.
refused-yaml-hint = Écrire chaque valeur en entier ; mettre entre guillemets droits tout texte qui commence par `&`, `*` ou `!`.
duplicate-key = La clé « { $key } » figure deux fois.
duplicate-key-hint = Ne garder qu’une des deux lignes et supprimer l’autre.
unknown-key = La clé « { $key } » n’existe pas ici.
known-keys = Clés admises ici : { $keys }.
wrong-type-mapping = Des clés suivies de leur valeur sont attendues ici, sous la forme `clé: valeur`.
wrong-type = « { $key } » doit être { $expected }.
# These stand behind “doit être”.
kind-text = un texte non vide
kind-line = un texte d’une seule ligne
kind-flag = `true` ou `false`, sans guillemets
kind-count = un nombre entier en chiffres, sans guillemets
kind-positive = un nombre entier supérieur à zéro
kind-list = une liste, par exemple `[premier, second]`
kind-mapping = un groupe de clés suivies de leur valeur, par exemple `{"{"} clé: valeur {"}"}`
kind-choice = l’un des mots suivants : { $values }
kind-colour = une couleur entre guillemets, par exemple `"#174f8a"`
kind-picture = le nom d’une image du dossier `assets`, par exemple `logo.svg`
kind-option = `flag`, `text`, `choice`, `colour` ou `picture`
kind-of-option = une valeur admise par l’option
did-you-mean = S’agit-il de « { $name } » ?
type-instead = Écrire plutôt `{ $text }`.
missing-key = Il manque la clé « { $key } ».
missing-part = Il manque « { $part } » dans « { $key } ».

## Facts of a notice (read)

invalid-reference = « { $reference } » ne peut pas servir de référence.
invalid-reference-hint = Employer au plus 64 lettres non accentuées et chiffres, séparés au besoin par `-`, `_` ou `.`, dans le nom des deux fichiers ou dans `reference:`.
not-a-date = « { $value } » n’est pas une date.
twenty-four = « { $value } » indique l’heure 24, alors que la journée finit à 23 h 59.
date-hint = Écrire `2025-05-07` ou `2025-05-07T17:00` ; une date limite peut aussi être `ongoing`.
time-skipped = « { $value } » n’existe pas : l’horloge saute cette heure.
time-twice = « { $value } » est ambigu : l’horloge indique deux fois cette heure.
time-offset-hint = Choisir une autre heure ou ajouter le décalage par rapport à l’UTC, par exemple `2025-10-26T02:30:00+02:00`.
unknown-value = Le vocabulaire ne contient pas { $fact } « { $value } ».
known-values = Valeurs possibles : { $values }.
grade-alias = « { $value } » est l’ancien nom du grade « { $grade } ».
# These stand behind “le vocabulaire ne contient pas”.
fact-name-organisation = l’organisme
fact-name-location = le lieu
fact-name-schedule = le temps de travail
fact-name-grade = le grade
fact-name-clearance = l’habilitation
fact-name-contract = le contrat
fact-name-language-level = le niveau de langue
inverted-grades = La fourchette de grades doit aller du grade inférieur, « { $to } », au grade supérieur, « { $from } ».
salary-amount-or-range = Le traitement doit comporter soit `amount`, soit `from` et `to`.
inverted-salary = Dans le traitement, `to` doit être supérieur à `from`.
invalid-amount = « { $value } » n’est pas un montant.
invalid-amount-hint = N’écrire que des chiffres, avec un point devant les décimales : `4565.36`.
invalid-salary-part = « { $value } » ne peut pas être la valeur de « { $part } ».
currency-hint = Écrire les trois majuscules de la monnaie : `currency: EUR`.
period-hint = Écrire `per: hour`, `per: day`, `per: week`, `per: month` ou `per: year`.

## Text of an edition (read)

raw-html = Le HTML n’est pas admis dans le texte.
raw-html-hint = Employer le Markdown ; pour obtenir le signe lui-même, écrire `\<`.
text-too-large = À partir d’ici, le texte est trop long ou compte trop de niveaux imbriqués.
heading-level = Le premier niveau est réservé à l’intitulé, qui figure dans l’en-tête.
heading-level-hint = Commencer une rubrique par deux croisillons : `## Titre`.
words-before-sections = Ce texte se trouve avant la première rubrique.
words-without-place = La rubrique « { $section } » ne prévoit pas de texte propre à l’avis.
words-without-place-hint = Déplacer le texte dans l’une des rubriques suivantes : { $sections }.
unknown-section = Le site n’a pas de rubrique « { $section } ».
known-sections = Rubriques du site : { $sections }.
duplicate-section = La rubrique « { $section } » figure deux fois.
duplicate-section-hint = Réunir le texte sous un seul titre.
section-order = La rubrique « { $section } » doit précéder « { $other } ».
section-order-hint = Y déplacer le titre et le texte de la rubrique.
unknown-language-tag = `lang:{ $language }` ne peut pas signaler un passage dans une autre langue ; écrire `[texte](lang:en)`.
foreign-image = Cette image n’est pas un fichier du site.
foreign-image-hint = Enregistrer l’image dans le site et indiquer son chemin relatif : `![Description](250655/image.png)`.
forbidden-scheme = Un lien vers « { $target } » n’est pas admis.
forbidden-scheme-hint = Écrire une adresse qui commence par `https:`, `http:`, `mailto:` ou `tel:`, ou le chemin relatif d’un fichier.
invalid-address = « { $target } » n’est ni une adresse ni un numéro de téléphone valable.
invalid-address-hint = L’écrire en entier et sans espace : `https://www.example.org/`, `mailto:emplois@example.org` ou `tel:+3225550123`.
outside-path = « { $target } » n’est pas le chemin d’un fichier du site.
outside-path-hint = Écrire le chemin à partir du présent fichier : `250655/description.pdf` ou `../pages/about.fr.md`.
malformed-call = « { $text } » ne peut pas être le nom d’un texte commun.
malformed-call-hint = N’écrire le nom qu’avec des lettres non accentuées, des chiffres et des traits d’union : `{"{{"} deadline {"}}"}`.

## site.yaml and theme.yaml (read)

invalid-value = La valeur de « { $key } » est inutilisable.
languages-hint = Écrire exactement deux langues, chacune avec ses paramètres régionaux : `languages: {"{"} en: en-GB, fr: fr-FR {"}"}`.
address-hint = Écrire l’adresse à laquelle le site est publié : `address: https://careers.example.org/`.
time-zone-hint = Écrire le fuseau horaire par sa région et sa ville : `time-zone: Europe/Brussels`.
closing-time-hint = Écrire l’heure et les minutes sur deux chiffres : `closing-time: "23:59"`.
theme-hint = Écrire le nom du dossier du thème : `theme: secretariat`.
option-hint = Écrire un texte, `true` ou `false` ; mettre une couleur entre guillemets : `"#174f8a"`.
required-hint = Choisir parmi `title`, `published`, `deadline`, `organisation`, `location`, `grade`, `schedule`, `clearance`, `salary`, `contract`, `languages` et `posts`.
sections-hint = Énumérer les rubriques, chacune une seule fois et en minuscules : `- summary`, `- interrelationships: optional` ou `- application: [how-to-apply, notice]`.
bilingual-hint = Écrire un texte pour chaque langue : `{"{"} en: …, fr: … {"}"}`.
paths-hint = Écrire des mots en minuscules, sans accent et reliés par des traits d’union : `{"{"} en: vacancies, fr: postes-vacants {"}"}`.
typography-hint = Écrire `fr-FR`, `fr-CA`, `en` ou `none` pour une langue du site.
tag-hint = Écrire un nom de domaine de l’éditeur, une virgule et une année où ce nom lui appartenait : `tag: "careers.example.org,2026"`.
alarms-hint = Écrire un ou plusieurs nombres de jours avant la date limite, de 1 à 3650 : `alarms: [7, 1]`.
feeds-hint = Donner à chaque flux un nom en minuscules, un chemin qui n’est celui d’aucun autre et ce que ses avis ont en commun : `brussels: {"{"} location: brussels {"}"}`.
part-of-hint = Nommer un organisme qui ne fait pas lui-même partie d’un autre.
url-hint = Écrire une adresse web complète pour chaque langue : `{"{"} en: https://www.example.org/en, fr: https://www.example.org/fr {"}"}`.
unknown-output = Le site ne peut pas proposer « { $name } ».
unknown-board-hint = Écrire le gabarit `templates/{ $name }`, ou choisir parmi : { $values }.
country-hint = Écrire les deux majuscules du pays : `country: BE`.
unknown-option = Le thème n’a pas d’option « { $option } ».
low-contrast = « { $key } » est la couleur de textes sur fond { $surface }, dont { $colour } ne se détache pas assez : le contraste est de { $units },{ $tenths }:1 et doit atteindre 4,5:1.
low-contrast-hint = Choisir une couleur nettement plus foncée ou plus claire ; aucun ton de celle-ci ne se détache de tous les fonds indiqués sous `text-on`.
colour-name-hint = Nommer l’option avec des minuscules sans accent, des chiffres et des traits d’union : `accent`.

## Pairs (pair)

missing-edition = Il manque l’édition « { $file } » ({ $language }).
missing-edition-hint = Rédiger `{ $file }`, ou mettre ici `draft: true` dans l’en-tête jusqu’à ce que les deux éditions soient prêtes.
unfinished-edition = Cette édition n’a pas encore de texte.
section-without-words = Cette rubrique n’a pas encore de texte.
placeholder-left = Ce repère tient encore la place d’un texte à rédiger.
unfinished-edition-hint = Compléter le texte, ou mettre `draft: true` dans l’en-tête jusqu’à ce qu’il soit prêt.
missing-words = Il manque « { $key } » dans cette édition.
missing-title-hint = Écrire `title: …` dans l’en-tête de chaque édition.
missing-fact = L’avis n’indique pas « { $key } ».
missing-fact-hint = Écrire `{ $key }: …` dans l’en-tête de l’une des deux éditions.
fact-conflict = Les deux éditions n’indiquent pas la même valeur pour « { $key } ».
fact-conflict-hint = N’indiquer la donnée que dans une édition, ou écrire la même valeur dans les deux.
post-titles = Cette édition comporte { $titles ->
        [one] { $titles } intitulé
       *[other] { $titles } intitulés
    } de poste pour { $posts ->
        [one] { $posts } poste
       *[other] { $posts } postes
    }.
post-titles-hint = Écrire sous `post-titles:` un intitulé pour chaque poste, dans l’ordre de `posts:`.
corrections-hint = Indiquer la date et le texte : `- {"{"} on: 2025-04-15, text: "…" {"}"}`.
correction-missing = Seule cette édition contient cette correction.
correction-days = Les deux éditions ne corrigent pas l’avis aux mêmes dates.
correction-mismatch-hint = Écrire chaque correction dans les deux éditions, à la même date et dans le même ordre.
missing-section = Il manque la rubrique « { $section } ».
missing-section-hint = En écrire le titre et le texte ; le titre `## … {"{"}#{ $section }{"}"}` ouvre toujours cette rubrique.
section-mismatch = Seule cette édition contient la rubrique « { $section } ».
section-mismatch-hint = Rédiger aussi la rubrique dans l’autre édition, ou la supprimer ici.
deadline-before-published = La date limite n’est pas postérieure à la date de publication.
cancelled-before-published = La date d’annulation n’est pas postérieure à la date de publication.
filled-before-published = La date à laquelle le poste a été pourvu n’est pas postérieure à la date de publication.
withdrawn-before-published = La date de retrait n’est pas postérieure à la date de publication.
deadline-not-extended = La date limite n’est pas postérieure à celle d’avant la prolongation.
corrected-before-published = La date de la correction est antérieure à la date de publication.
date-order-hint = Corriger l’une des deux dates.
ongoing-extended = Une date limite `ongoing` ne peut pas avoir été prolongée.

## Site as a whole (check)

duplicate-reference = Deux avis portent la référence « { $reference } ».
duplicate-reference-hint = Renommer les deux fichiers de l’un des avis, ou corriger `reference:`.
empty-slug = Ces mots ne permettent pas de former une adresse.
empty-slug-hint = Écrire `slug: …` avec des minuscules non accentuées, des chiffres et des traits d’union.
path-collision = L’adresse « { $path } » est déjà prise.
path-collision-hint = Choisir un autre intitulé ou écrire un autre `slug: …`.
invalid-alias = « { $path } » ne peut pas être une ancienne adresse de cette page.
invalid-alias-hint = Écrire le chemin sous l’adresse du site, avec des lettres non accentuées, des chiffres, `-`, `_` et `.` : `/fr/postes-vacants/250655-chef-du-bureau/`, ou un chemin qui se termine par `.html`.
alias-collision-hint = La supprimer ici ou donner une autre adresse à l’autre page.
attachment-collision-hint = Renommer l’un des deux fichiers ; sur certains disques, `A.pdf` et `a.pdf` sont un seul nom.
missing-label = Il manque le libellé « { $name } » dans la langue « { $language } ».
missing-clause = Il manque la clause « { $name } » dans la langue « { $language } ».
missing-own-string = Il manque le texte commun « { $name } », nécessaire à tout site, dans la langue « { $language } ».
missing-label-hint = Ajouter `{ $name }` à un fichier de `{ $folder }`.
own-string-hint = Ce texte ne reçoit de diptych que { $names }, sous forme de mots.
own-string-alone-hint = Ce texte ne reçoit aucun argument de diptych.
relative-in-string = Le texte commun « { $name } » renvoie à « { $target } », mais un lien relatif n’y a pas de point de départ.
relative-in-string-hint = Écrire l’adresse complète, `https://…`.
page-as-image = Une image ne peut pas être une page.
page-as-image-hint = Indiquer une image, ou écrire un lien sans le `!`.
broken-link = Le lien mène à « { $path } », qui n’est ni une page ni une pièce jointe du site.
broken-link-hint = Placer le fichier dans `{ $path }`, ou corriger le lien.
did-you-mean-file = S’agit-il de « { $path } » ?
link-to-unpublished = Le lien mène à « { $path } », qui n’est pas public.
link-to-unpublished-hint = Retirer le lien tant que cette page n’est pas publique.
unknown-message = Il n’y a pas de texte commun « { $name } ».
unknown-message-hint = Corriger le nom, ou ajouter `{ $name } = …` à un fichier de chaque langue dans `i18n/`.
unknown-reference = Le texte commun « { $name } » utilise « { $other } », qui n’existe pas.
message-error = Le texte commun « { $name } » ne peut pas être composé (en anglais : { $problem }).
message-error-hint = Vérifier les noms qui suivent `$` et s’assurer que l’avis indique toutes les données dont ce texte se sert.

## Strings (strings)

invalid-strings = Ce texte commun est illisible (en anglais : { $problem }).
strings-too-deep = Trop d’accolades sont imbriquées ici.
invalid-strings-hint = Écrire `nom = texte`, mettre en retrait les lignes qui prolongent un texte et fermer chaque accolade.
duplicate-string = Le texte commun « { $name } » figure deux fois.
duplicate-string-hint = Supprimer l’un des deux ou lui donner un autre nom.
missing-string = Il manque le texte commun « { $name } » dans la langue « { $language } ».
missing-string-hint = Ajouter `{ $name } = …` à `{ $file }`.
string-arguments = Le texte commun « { $name } » n’a pas les mêmes arguments ici ({ $here }) que dans l’autre langue ({ $there }).
string-attributes = Le texte commun « { $name } » n’a pas les mêmes parties ici ({ $here }) que dans l’autre langue ({ $there }).
string-difference-hint = Employer les mêmes noms dans les deux langues.

## Themes and pages (render)

unknown-theme = Le site n’a pas de thème « { $theme } ».
missing-template = Il manque le gabarit « { $name } » dans le thème.
invalid-template = Le gabarit est inutilisable (en anglais : { $problem }).
template-error = Le gabarit a échoué pendant la production d’une page (en anglais : { $problem }).
unknown-variable = « { $name } » n’a pas de sens dans ce gabarit.
known-variables = Noms connus ici : { $names }.
unknown-string = Il n’y a pas de texte commun « { $name } » dans la langue « { $language } ».
missing-asset = Il n’y a pas de ressource « { $name } ».
missing-asset-hint = Placer le fichier dans le dossier `assets` du thème ou du site, ou corriger le nom.
not-minified = La page n’a pas pu être allégée et est publiée telle quelle.
picture-face = La police est illisible.
picture-face-hint = Placer une police au format TrueType ou OpenType (.ttf, .otf) dans le dossier `fonts` du thème ou du site.
picture-form = Ce que produit le gabarit n’est pas du SVG (en anglais : { $problem }).
picture-failed = L’image n’a pas pu être dessinée.
picture-size = L’image n’a pas de dimensions qui permettent de la dessiner.
picture-size-hint = Donner à `width` et à `height` de `<svg>` des nombres entiers de 1 à { $largest }, sans unité.
picture-title = L’image n’a pas de titre.
picture-title-hint = Écrire `<title>` en tête de `<svg>` : il décrit ce que montre l’image, pour les personnes qui ne peuvent pas la voir.
picture-foreign = « { $name } » n’est pas dessiné dans une image pour les réseaux sociaux.
picture-foreign-hint = Placer un dessin dans un gabarit à part et l’inclure : {"`{% include \"logo.svg\" %}`"}.
picture-family = Il n’y a pas de police de la famille « { $name } ».
picture-family-hint = Familles présentes dans les dossiers `fonts` : { $names }.
picture-signs = Aucune police des dossiers `fonts` ne contient les signes dont l’image de cet avis a besoin : { $signs }.

## Reports (report)

severity-error = erreur
severity-warning = avertissement
could-not-run = erreur : { $text }
severity-hint = conseil

## Commands (commands)

now-refused = « { $value } » ne peut pas être la valeur de `{ $name }`.
now-hint = Écrire une date et une heure avec leur décalage, par exemple `--now 2025-05-02T09:00:00+02:00` ; `SOURCE_DATE_EPOCH` s’exprime en secondes depuis 1970.
write-failed = Impossible d’écrire « { $path } » : { $problem }.
check-clean = Aucune erreur, aucun avertissement.
check-summary = { $errors ->
        [one] { $errors } erreur
       *[other] { $errors } erreurs
    } et { $warnings ->
        [one] { $warnings } avertissement
       *[other] { $warnings } avertissements
    }.
build-done = « { $output } » est à jour après { $seconds } s : { $pages ->
        [one] { NUMBER($pages) } page
       *[other] { NUMBER($pages) } pages
    } ; avis : { $states }. { $next }
build-next = Prochain changement prévu le { $moment } ({ $zone }).
build-no-next = Aucun autre changement n’est prévu.
count-draft = { $count ->
        [one] { NUMBER($count) } brouillon
       *[other] { NUMBER($count) } brouillons
    }
count-scheduled = { $count ->
        [one] { NUMBER($count) } programmé
       *[other] { NUMBER($count) } programmés
    }
count-open = { $count ->
        [one] { NUMBER($count) } ouvert
       *[other] { NUMBER($count) } ouverts
    }
count-closing-soon = { NUMBER($count) } en clôture prochaine
count-closed = { NUMBER($count) } clos
count-cancelled = { $count ->
        [one] { NUMBER($count) } annulé
       *[other] { NUMBER($count) } annulés
    }
count-filled = { $count ->
        [one] { NUMBER($count) } pourvu
       *[other] { NUMBER($count) } pourvus
    }
count-withdrawn = { $count ->
        [one] { NUMBER($count) } retiré
       *[other] { NUMBER($count) } retirés
    }
state-draft = brouillon
state-scheduled = programmé
state-open = ouvert
state-closing-soon = clôture prochaine
state-closed = clos
state-cancelled = annulé
state-filled = pourvu
state-withdrawn = retiré
list-reference = Référence
list-state = État
list-deadline = Date limite
list-ongoing = sans date limite
next-at = Le { $moment } ({ $zone }) :
next-notice = { $reference } { $left } | { $right } : { $how }
next-same = affiché autrement (prolongation, correction ou mention)
next-none = Rien ne changera sans intervention.
init-done = Votre nouveau site se trouve dans « { $path } ».
init-used = Le dossier « { $path } » n’est pas vide.
init-used-hint = Indiquer un dossier vide ou qui n’existe pas encore.

## A new notice (commands/new)

new-no-site = Le site est illisible.
new-no-site-hint = Lancer `diptych check` pour en connaître les défauts.
new-taken = La référence « { $reference } » appartient à « { $path } ».
new-title = « { $value } » n’indique pas sa langue : écrire `--title "{ $left }=…"` ou `--title "{ $right }=…"`.
new-folder = « { $folder } » ne peut pas être le nom d’un dossier.
new-asking = Appuyer sur Entrée pour laisser une réponse à plus tard.
new-ask-title = Intitulé ({ $language }) :
new-ask-fact = { $example } ({ $fact }) :
new-ask-choice = { $fact } ({ $known }) :
new-stopped = Interrompu : rien n’a été écrit.
new-no-answer = Impossible de lire votre réponse : { $problem }.
new-done = Le nouvel avis se trouve dans « { $left } » et « { $right } ».

## A signature (commands/sign)

unknown-notice = Il n’y a pas d’avis « { $reference } ».
unknown-notice-hint = Lancez `diptych list` pour voir les avis du site.
sign-refused = « { $reference } » n’a pas été signé : corrigez d’abord ces erreurs.
sign-first = « { $reference } » n’a pas encore été signé.
sign-unchanged = { $by } a signé « { $reference } » le { DATETIME($date, dateStyle: "long") }. Rien n’a changé depuis.
sign-unchanged-here = { $by } a signé « { $reference } » le { DATETIME($date, dateStyle: "long") }. Rien n’a changé depuis dans cette partie ; une autre a changé.
sign-since = { $by } a signé « { $reference } » le { DATETIME($date, dateStyle: "long") }. Depuis :
sign-change = – { $part } : { $change }
sign-ask-name = Votre nom, tel que la signature le montrera :
sign-no-name = Aucun nom n’a été donné.
sign-no-name-hint = Ajoutez `--by NOM`, ou définissez la variable d’environnement `{ $variable }`.
sign-name = Ceci ne peut pas être le nom d’une personne.
sign-name-hint = Écrivez-le sur une ligne, en 100 caractères au plus.
sign-ask = Avez-vous comparé les deux éditions de « { $reference } », et disent-elles la même chose ? [o/N]
sign-ask-trivial = Le sens est-il resté le même dans les deux langues pour ces parties : { $parts } ? [o/N]
sign-nobody-to-ask = Il n’y a personne à qui demander si les deux éditions disent la même chose. Rien n’a été écrit.
sign-nobody-to-ask-hint = Comparez les deux éditions, puis relancez la même commande avec `--yes`.
sign-nothing-before = « { $reference } » n’a pas encore été signé : aucune partie ne peut être renouvelée.
sign-unknown-part = Il n’y a pas de partie « { $part } » dans cet avis.
sign-done = { $by } a signé « { $reference } » dans « { $path } ».
sign-renewed = { $by } a renouvelé dans « { $path } » : { $parts }.
sign-left = Toujours modifié depuis la signature : { $parts }.

## The proof sheet (proof, commands/proof)

proof-title = Épreuve { $reference }
proof-made = État au { $moment }.
proof-signed = Dernière signature : { $by }, le { DATETIME($date, dateStyle: "long") }.
proof-unsigned = Personne n’a encore signé cet avis.
proof-changes = Modifié depuis cette signature : { $count ->
        [one] { $count } partie
       *[other] { $count } parties
    }. Les mots ajoutés sont soulignés, les mots retirés sont barrés.
proof-no-findings = Aucune différence n’a été trouvée entre les deux langues.
proof-findings = { $count ->
        [one] { $count } constat figure à côté de la rubrique qu’il concerne.
       *[other] { $count } constats figurent à côté des rubriques qu’ils concernent.
    }
proof-clauses = Les textes communs à tous les avis ne sont pas imprimés ; les mots sur fond gris viennent des données.
proof-facts = Données
proof-words = Intitulé et résumé
proof-error = Erreur :
proof-warning = Avertissement :
proof-added = ajouté :
proof-removed = retiré :
proof-sign = Signatures
proof-sign-text = J’ai comparé les deux langues de cet avis telles qu’elles sont imprimées ici. Elles disent la même chose.
proof-name = Nom
proof-date = Date
proof-signature = Signature
proof-done = L’épreuve se trouve dans « { $path } » ({ $findings ->
        [0] aucun constat
        [one] { $findings } constat
       *[other] { $findings } constats
    }).
proof-no-folder = Il n’y a pas de dossier « { $path } ».
proof-refused = L’épreuve ne peut pas être écrite dans « { $path } » : « { $folder } » appartient au site.
proof-taken = « { $path } » existe déjà et n’est pas une épreuve.
proof-to-hint = Nommez un autre fichier avec `--to FICHIER`.
## Mending (commands/fix)

fix-nothing = Il n’y a rien à corriger mécaniquement.
fix-file = { $path } : { $counts }
fix-signs = Dans ces lignes, ⍽ représente une espace insécable, ‿ une espace fine insécable, · et → les blancs et tabulations supprimés.
fix-counts = En tout : { $counts }.
fix-ask = { $files ->
        [one] Corriger ce fichier
       *[other] Corriger ces { NUMBER($files) } fichiers
    } ? [o/N]
fix-not-asked = Rien n’a été écrit. Lancez `diptych check --fix --yes` pour corriger { $files ->
        [one] ce fichier
       *[other] ces { NUMBER($files) } fichiers
    }.
fix-done = { $files ->
        [0] Aucun fichier n’a été corrigé.
        [one] { NUMBER($files) } fichier corrigé.
       *[other] { NUMBER($files) } fichiers corrigés.
    }
mend-mark = { $count ->
        [one] indicateur d’ordre des octets
       *[other] { NUMBER($count) } indicateurs d’ordre des octets
    }
mend-line-ends = { $count ->
        [one] { NUMBER($count) } fin de ligne
       *[other] { NUMBER($count) } fins de ligne
    }
mend-last-line = { $count ->
        [one] dernière ligne sans fin
       *[other] { NUMBER($count) } dernières lignes sans fin
    }
mend-blanks = { $count ->
        [one] { NUMBER($count) } ligne terminée par des blancs
       *[other] { NUMBER($count) } lignes terminées par des blancs
    }
mend-apostrophes = { $count ->
        [one] { NUMBER($count) } apostrophe
       *[other] { NUMBER($count) } apostrophes
    }
mend-no-break-spaces = { $count ->
        [one] { NUMBER($count) } espace insécable
       *[other] { NUMBER($count) } espaces insécables
    }
mend-missing-spaces = { $count ->
        [one] { NUMBER($count) } espace manquante
       *[other] { NUMBER($count) } espaces manquantes
    }

## Arguments (commands/cli)

cli-unknown-argument = « { $argument } » n’a pas de sens ici.
cli-no-command = Il manque une commande.
cli-unknown-command = La commande « { $command } » n’existe pas.
cli-missing-argument = Il manque « { $argument } ».
cli-missing-value = « { $argument } » demande une valeur.
cli-invalid-value = « { $value } » ne peut pas être la valeur de « { $argument } ».
cli-conflict = « { $argument } » ne peut pas s’employer avec « { $other } ».
cli-refused = La commande est incompréhensible : { $problem }.
cli-known = Possible ici : { $values }.
cli-help = Lancer `diptych --help` pour voir les commandes et leurs options.

## Help (commands/cli)

help-about = Publie des avis de vacance bilingues : les deux langues ensemble, ou pas du tout
help-usage = Utilisation :
help-commands = Commandes{"\u00A0"}
help-arguments = Arguments{"\u00A0"}
help-options = Options{"\u00A0"}
help-examples = Exemples :
# These stand for what is to be typed.
help-command-name = COMMANDE
help-directory-name = DOSSIER
help-moment-name = INSTANT
help-reference-name = RÉFÉRENCE
help-title-name = LANGUE=INTITULÉ
help-value-name = VALEUR
help-help = Afficher cette aide
help-version = Afficher la version
help-language = Langue des messages de diptych
help-site = Dossier du site (par défaut, le dossier courant)
help-output = Dossier de sortie (par défaut, « public » dans le site)
help-now = Date et heure à prendre pour l’instant présent, par exemple 2025-05-02T09:00:00+02:00
help-format = Forme des constats : pour la lecture, en JSON ou pour GitHub
help-deny-warnings = Traiter les avertissements comme des erreurs
help-init = Créer un site à partir du site d’exemple
help-init-directory = Dossier du nouveau site
help-init-examples =
    {"  "}diptych init avis
help-new = Écrire les deux fichiers d’un nouvel avis
help-new-reference = Référence de l’avis, qui donne aussi leur nom aux fichiers
help-new-title = Intitulé dans une langue ; répéter l’option pour chaque langue
help-new-folder = Dossier dans content/vacancies (par défaut, l’année en cours)
# These are also questions to which an answer is typed.
help-new-published = Date de publication, avec ou sans heure, par exemple 2025-04-09
help-new-deadline = Date limite, par exemple 2025-05-07, 2025-05-07T17:00 ou ongoing
help-new-organisation = Organisme, par sa clé dans le vocabulaire
help-new-location = Lieu, par sa clé dans le vocabulaire
help-new-schedule = Temps de travail, par sa clé dans le vocabulaire
help-new-grade = Grade ou fourchette de grades, par exemple G10 ou G8-G10
help-new-clearance = Habilitation, par son code dans le vocabulaire
help-new-contract = Contrat, par sa clé dans le vocabulaire
help-new-salary = Traitement, par exemple 4565.36 EUR month ou 4000-5000 EUR month
help-new-examples =
    {"  "}diptych new 250655
    {"  "}diptych new 250655 --deadline 2025-05-07 --grade G10 --title "fr=Chef du Bureau des laissez-passer"
help-reference = Référence de l’avis
help-section-name = RUBRIQUE
help-name-name = NOM
help-sign = Attester que les deux éditions d’un avis ont été comparées telles qu’elles sont
help-sign-by = Qui les a comparées (à défaut, la variable d’environnement DIPTYCH_SIGNATURE, sinon la question est posée)
help-sign-trivial = Ne renouveler que la signature de cette partie, après une correction sans effet sur le sens : une rubrique par son identifiant, words ou facts
help-yes = Répondre oui là où une question serait posée
help-sign-examples =
    {"  "}diptych sign 250655
    {"  "}diptych sign 250655 --by "Camille Laurent" --trivial summary
help-file-name = FICHIER
help-proof = Écrire une page à imprimer, les deux langues d’un avis côte à côte, à relire ensemble et à signer
help-proof-to = Fichier à écrire (par défaut, RÉFÉRENCE-proof.html dans le dossier courant)
help-proof-examples =
    {"  "}diptych proof 250655
    {"  "}diptych proof 250655 --language fr --to /tmp/250655.html
help-check = Dire tout ce que dirait une publication ; sans --fix, ne rien écrire
help-check-examples =
    {"  "}diptych check
    {"  "}diptych check --site avis --deny-warnings
    {"  "}diptych check --fix
help-fix = Corriger d’abord les espaces, les apostrophes et les fins de ligne des sources, après avoir montré ce qui changerait
help-fix-yes = Corriger sans poser de question
help-build = Vérifier le site, puis le publier, tout entier ou pas du tout
help-no-minify = Publier les pages sans les alléger
help-wait = Attendre la fin d’une autre publication vers la même sortie
help-build-examples =
    {"  "}diptych build
    {"  "}diptych build --output /srv/www/avis --wait
help-target-name = DESTINATION
help-target = Destination du site, par son nom dans site.yaml (par défaut, la seule qui existe)
help-release-name = VERSION
help-deploy = Montrer ce qui changerait pour le public, puis porter le site sur un serveur, en entier ou pas du tout
help-deploy-examples =
    {"  "}diptych deploy
    {"  "}diptych deploy www --dry-run
    {"  "}diptych deploy --rollback
help-dry-run = Montrer seulement ce qui changerait
help-allow-removals = Déployer même si plus d’une page ou pièce jointe sur cinq serait retirée, ou un flux ou un autre fichier destiné aux programmes, ou si l’adresse du site change
help-rollback = Rétablir une version antérieure : la précédente, ou celle qui est nommée
help-sign-release = Signer la version avec la clé secrète minisign de ce fichier
help-releases = Énumérer les versions qui peuvent être rétablies
help-verify = Comparer chaque fichier en ligne avec ce qui a été déployé
help-verify-examples =
    {"  "}diptych verify
    {"  "}diptych verify www --format json
    {"  "}diptych verify https://careers.example.org/
help-key-name = CLÉ
help-public-key = Vérifier aussi que la version a été signée par la personne qui détient cette clé minisign (la clé elle-même, ou son fichier)
help-verified-name = DESTINATION|ADRESSE
help-verified = Destination du site, par son nom dans site.yaml (par défaut, la seule qui existe), ou adresse à laquelle le public le trouve
help-server = Écrire la configuration d’un serveur web pour le site : langues, anciennes adresses, en-têtes, caches
help-server-examples =
    {"  "}diptych server nginx
    {"  "}diptych server caddy --root /srv/www/current --to .
help-server-name = Le serveur web
help-server-target = Destination du site que montre le serveur (par défaut, la seule qui ait un dossier)
help-server-root = Dossier d’où le serveur prend le site
help-handout-to = Écrire un fichier dans ce dossier au lieu de l’afficher
help-handout-force = Remplacer un fichier qui s’y trouve
help-watch = Afficher le site dans un navigateur pendant la rédaction, les deux langues côte à côte
help-watch-examples =
    {"  "}diptych watch --open
    {"  "}diptych watch --port 8000 --editor vscode
help-open = Ouvrir l’aperçu dans le navigateur
help-port-name = NUMÉRO
help-port = Le port de l’aperçu (par défaut : le premier port libre à partir de 7272)
help-editor-name = ÉDITEUR
help-editor = Ouvrir les fichiers à corriger dans cet éditeur de texte : vscode, vscodium ou une adresse contenant {"{"}path{"}"}, {"{"}line{"}"} et {"{"}column{"}"}
watch-ready = L’aperçu se trouve à l’adresse { $address } (Ctrl+C pour l’arrêter).
watch-not-opened = Aucun navigateur n’a pu être ouvert. Saisir cette adresse dans un navigateur : { $address }
watch-ended = L’aperçu est arrêté.
watch-mended = Plus aucune erreur ni aucun avertissement.
watch-refused = Le dossier du site ne peut pas être surveillé : { $problem }
watch-refused-hint = Cette machine surveille peut-être déjà trop de dossiers.
help-list = Énumérer les avis et leur état
help-list-examples =
    {"  "}diptych list
    {"  "}diptych list --format json
help-next = Indiquer quand le site changera de lui-même, et pour quels avis
help-next-examples =
    {"  "}diptych next
    {"  "}diptych next --format json
help-timer = Écrire de quoi faire déployer le site à l’heure par une machine
help-timer-examples =
    {"  "}diptych timer systemd --to /etc/systemd/system
    {"  "}diptych timer cron --target live
help-timer-name = Ce qui lance des programmes à des moments donnés
help-completions = Afficher le script qui permet à un interpréteur de compléter les commandes
help-shell = bash, elvish, fish, powershell ou zsh
help-completions-examples =
    {"  "}diptych completions bash > ~/.local/share/bash-completion/completions/diptych

## Parité : poids et acceptations

unknown-rule = Aucune règle de parité ne s’appelle « { $name } ».
level-hint = Écrivez `off`, `warning` ou `error`.
signatures-hint = Écrivez `required` ou `optional`.
accept-hint = Indiquez la règle et la raison : `- {"{"} rule: list-items, reason: … {"}"}`.
unused-acceptance = Rien de ce que trouve la règle « { $rule } » n’a plus besoin d’être accepté ici.
unused-acceptance-hint = Supprimez cette entrée de `accept:`.

## Parité : structure

sub-headings = Cette rubrique compte ici { $here ->
        [one] { $here } intertitre
       *[other] { $here } intertitres
    } et { $there ->
        [0] aucun
       *[other] { $there }
    } dans l’autre langue.
sub-headings-level = Cet intertitre n’est pas du même niveau que celui qui lui correspond.
sub-headings-hint = Ajoutez l’intertitre à l’autre édition, ou supprimez-le ici.
sub-headings-level-hint = Donnez aux deux intertitres le même nombre de croisillons (`#`).
list-items = Cette liste compte ici { $here ->
        [one] { $here } élément
       *[other] { $here } éléments
    } et { $there } dans l’autre langue ; celui-ci semble sans équivalent.
list-items-hint = Ajoutez cet élément à l’autre édition, ou supprimez-le ici.
list-items-lists = Sous ce titre se { $here ->
        [one] trouve ici { $here } liste
       *[other] trouvent ici { $here } listes
    } et { $there ->
        [0] aucune
       *[other] { $there }
    } dans l’autre langue.
list-items-lists-hint = Ajoutez cette liste à l’autre édition ; chaque élément commence par `- `, et une ligne vide précède la liste.
list-items-in-item = Cet élément contient une liste qui n’existe pas dans l’autre langue.
list-items-nested = Les éléments de cette liste sont imbriqués ici, mais pas dans l’autre langue.
list-items-nested-hint = Mettez les mêmes éléments en retrait dans les deux éditions, à la hauteur du texte de l’élément qui les contient.
paragraphs = Il y a ici { $here ->
        [one] { $here } paragraphe
       *[other] { $here } paragraphes
    }, et { $there ->
        [0] aucun
       *[other] { $there }
    } dans l’autre langue ; celui-ci semble sans équivalent.
paragraphs-hint = Ajoutez ce paragraphe à l’autre édition, ou coupez le texte aux mêmes endroits.
tables = Sous ce titre se { $here ->
        [one] trouve ici { $here } tableau
       *[other] trouvent ici { $here } tableaux
    } et { $there ->
        [0] aucun
       *[other] { $there }
    } dans l’autre langue.
tables-hint = Ajoutez ce tableau à l’autre édition ; sa deuxième ligne est faite de `|---|`.
tables-columns = Ce tableau compte ici { $here ->
        [one] { $here } colonne
       *[other] { $here } colonnes
    } et { $there } dans l’autre langue ; celle-ci semble sans équivalent.
tables-columns-hint = Ajoutez cette colonne à l’autre édition, dans chaque ligne, ou supprimez-la ici.
tables-rows = Ce tableau compte ici { $here ->
        [one] { $here } ligne
       *[other] { $here } lignes
    } et { $there } dans l’autre langue ; celle-ci semble sans équivalent.
tables-rows-hint = Ajoutez cette ligne à l’autre édition, ou supprimez-la ici.
tables-cell = Cette cellule est vide dans l’autre langue.
tables-cell-hint = Remplissez la cellule de l’autre édition, ou videz celle-ci.
images = Cette image ne figure pas dans cette rubrique de l’autre langue.
images-hint = Placez l’image, ou sa version dans l’autre langue, dans l’autre édition aussi.
footnotes = L’autre langue ne renvoie pas à cette note.
footnotes-hint = Ajoutez l’appel et la note à l’autre édition : `[^nom]` dans le texte, `[^nom]: …` à la fin de la rubrique.
footnotes-definition = Cette note n’est pas écrite dans l’autre langue.
footnotes-definition-hint = Écrivez la note dans l’autre édition aussi, dans la même rubrique, ou supprimez-la ici.
emphasis = { $count ->
        [one] Ces mots sont mis en évidence ici, et aucun ne l’est dans l’autre langue.
       *[other] Ces mots sont mis en évidence ici, et aucun ne l’est dans l’autre langue ; cet élément est le premier des { $count } concernés.
    }
emphasis-whole = { $count ->
        [one] Ce passage est ici tout entier mis en évidence, mais pas dans l’autre langue.
       *[other] Ce passage est ici tout entier mis en évidence, mais pas dans l’autre langue ; cet élément est le premier des { $count } concernés.
    }
emphasis-hint = Mettez aussi entre astérisques (`**…**`) les mots qui leur correspondent, ou retirez les astérisques ici.
post-marks = « { $here } » figure ici, mais pas dans l’autre langue.
post-marks-other = « { $here } » figure ici, et « { $there } » dans l’autre langue.
post-marks-hint = Nommez les mêmes postes dans les deux éditions.
post-marks-only = Ce passage ne vaut ici que pour « { $here } » ; l’autre langue ne le dit pas.
post-marks-only-hint = Dites dans les deux éditions que ce passage ne vaut que pour ce poste, ou ne le dites dans aucune.
message-calls = `{"{{"} { $name } {"}}"}` figure ici, mais pas dans l’autre langue.
message-calls-hint = Écrivez `{"{{"} { $name } {"}}"}` au même endroit de l’autre édition.
message-calls-other = `{"{{"} { $here } {"}}"}` figure ici, et `{"{{"} { $there } {"}}"}` dans l’autre langue.
message-calls-other-hint = Écrivez le même nom dans les deux éditions.

## Parité : chiffres

figures-differ = « { $here } » ici, « { $there } » dans l’autre édition.
figures-missing = Le passage correspondant de l’autre édition n’a pas d’équivalent de « { $here } ».
figures-hint = Corrigez le chiffre erroné. Si les deux sont justes, dites pourquoi sous `accept`, dans l’en-tête.
figures-signs-hint = En anglais, la virgule sépare les tranches de trois chiffres et le point introduit les décimales ; en français, une espace sépare les tranches et la virgule introduit les décimales. Le jour et le mois peuvent eux aussi être intervertis.
figure-against-fact = « { $here } » reprend la donnée `{ $key }`, qui vaut « { $fact } ».
figure-against-fact-hint = Corrigez le texte ou la donnée. Un message tel que `{"{{"} { $key } {"}}"}` à la place du chiffre concorde toujours avec elle.
fact-here = la donnée

## Parité : liens

link-count = L’autre langue n’a pas de lien vers { $target } ici.
link-count-hint = Placez le lien dans les deux éditions, ou dans aucune.
link-targets = Ce lien mène à { $target }, et celui qui lui correspond, à { $other }.
link-targets-hint = Faites-les mener à la même page. Si c’est déjà le cas, déclarez la paire d’adresses sous `parity: links:` dans `site.yaml`.
link-targets-order = Les liens de ce passage se suivent dans un autre ordre dans l’autre langue.
link-targets-order-hint = Vérifiez que les mots de chaque lien disent bien où il mène ; si c’est le cas, mettez les liens dans le même ordre, ou acceptez ce constat.
link-language-english = Ce lien mène à une page en anglais, et rien ne le dit.
link-language-english-hint = Faites-le mener à la page en français, ou écrivez « (en anglais) » après le lien.
link-language-french = Ce lien mène à une page en français, et rien ne le dit.
link-language-french-hint = Faites-le mener à la page en anglais, ou écrivez « (in French) » après le lien.
link-text = Les mots de ce lien nomment { $post }, mais son adresse, { $target }, ne le nomme pas.
link-text-other = Les mots de ce lien nomment { $post }, mais son adresse nomme { $other }.
link-text-hint = Corrigez le numéro ou l’adresse.
link-text-contact = Les mots de ce lien sont { $contact }, mais il mène à { $target }.
link-text-contact-hint = Corrigez les mots ou l’adresse.
same-link-text = « { $words } » est le texte de deux liens qui mènent à des endroits différents.
same-link-text-hint = Dites dans les mots de chaque lien où il mène.

## Parité : mots

acronyms = L’autre langue n’a pas { $acronym } ici.
acronyms-known = L’autre langue n’a pas ici { $other }, le sigle qui correspond à { $acronym }.
acronyms-other = On lit { $acronym } ici et { $other } dans l’autre langue ; le glossaire n’en fait pas un seul terme.
acronyms-hint = Écrivez-le dans les deux éditions. Si l’autre dit la même chose en d’autres mots, ajoutez les deux au glossaire : `glossary-NOM`, avec `.short` et `.also`.
acronyms-undefined = Rien dans cette édition ne dit ce que signifie { $acronym }.
acronyms-undefined-hint = Écrivez { $name } ({ $acronym }) à la première occurrence.
untranslated-same = Ce passage est le même dans les deux langues.
untranslated-english = Ce passage est en anglais.
untranslated-french = Ce passage est en français.
untranslated-hint = Traduisez-le. S’il doit rester dans l’autre langue, signalez-le : `[mots](lang:en)` ou `[mots](lang:fr)`.
glossary = L’autre langue ne rend pas « { $term } » ici comme le veut le glossaire.
glossary-hint = Écrivez-y « { $name } », ou ajoutez l’autre forme à `.also` dans le glossaire.
retyped-clause = Ce sont les mots de la clause « { $name } », saisis de nouveau.
retyped-clause-hint = Supprimez-les : le site place de lui-même la clause dans sa rubrique.
retyped-clause-call = Écrivez {"{{"} { $name } {"}}"} à la place.
contacts = L’autre langue n’a pas { $contact } ici.
contacts-other = On lit { $contact } ici et { $other } dans l’autre langue.
contacts-hint = Écrivez la même adresse ou le même numéro dans les deux éditions.
proper-names = L’autre langue n’a pas le nom { $name } ici.
proper-names-other = Le nom s’écrit { $name } ici et { $other } dans l’autre langue.
proper-names-hint = Écrivez le nom dans les deux éditions, avec les mêmes lettres.

## Parité : forme

list-punctuation = Cet élément se termine { $here }, et les autres { $others }.
list-punctuation-last = Le dernier élément se termine { $here }, et les autres { $others }.
list-punctuation-goes-on = Le dernier élément se termine { $here }, comme si la liste continuait.
list-punctuation-parent = Cet élément se termine { $here }, alors qu’une liste suit.
list-punctuation-hint = Terminez-le { $ending }.
ending-semicolon = par un point-virgule
ending-comma = par une virgule
ending-stop = par un point
ending-nothing = sans ponctuation
ending-colon = par un deux-points
spacing-missing = Il manque une espace devant `{ $sign }`.
spacing-missing-hint = Tapez une espace devant ce signe ; diptych en fait l’espace insécable voulue.
spacing-missing-after = Il manque une espace après `{ $sign }`.
spacing-missing-after-hint = Tapez une espace après ce signe ; diptych en fait l’espace insécable voulue.
spacing-before = Il y a une espace de trop devant `{ $sign }`.
spacing-before-hint = Supprimez cette espace.
apostrophes = « { $sign } » figure ici à la place d’une apostrophe.
apostrophes-hint = Tapez une apostrophe : `'`.
apostrophes-space = Il y a une espace à côté de cette apostrophe.
apostrophes-space-hint = Supprimez cette espace.
doubled-word = Le mot « { $word } » figure ici deux fois de suite.
doubled-word-hint = Supprimez l’un des deux.
unbalanced-open = `{ $sign }` n’est pas refermé.
unbalanced-open-hint = Écrivez `{ $other }` à la fin de ce que ce signe ouvre, ou supprimez `{ $sign }`.
unbalanced-close = `{ $sign }` ferme ce que rien n’a ouvert.
unbalanced-close-hint = Écrivez `{ $other }` au début de ce que ce signe ferme, ou supprimez `{ $sign }`.
heading-jump = Ce titre est de niveau { $level }, et le précédent de niveau { $last }.
heading-jump-hint = Commencez-le par `{ $signs }`.

## Parité : concordance

unsigned = Personne n’a attesté par sa signature que les deux éditions de cet avis disent la même chose.
unsigned-hint = Comparez les deux éditions, puis lancez `diptych sign { $reference }`.
changed-one = Depuis le { DATETIME($date, dateStyle: "long") }, { $language ->
        [en] l’anglais
        [fr] le français
       *[other] le texte en « { $language } »
    } a changé ici, mais pas { $other ->
        [en] l’anglais
        [fr] le français
       *[other] le texte en « { $other } »
    }.
changed-one-told = Depuis le { DATETIME($date, dateStyle: "long") }, { $language ->
        [en] l’anglais
        [fr] le français
       *[other] le texte en « { $language } »
    } a changé ici, mais pas { $other ->
        [en] l’anglais
        [fr] le français
       *[other] le texte en « { $other } »
    } : { $changes }.
changed-both = Depuis le { DATETIME($date, dateStyle: "long") }, les deux langues ont changé ici.
changed-both-told = Depuis le { DATETIME($date, dateStyle: "long") }, les deux langues ont changé ici. { $language ->
        [en] En anglais
        [fr] En français
       *[other] En « { $language } »
    } : { $here }. { $other ->
        [en] En anglais
        [fr] En français
       *[other] En « { $other } »
    } : { $there }.
changed-facts = Depuis le { DATETIME($date, dateStyle: "long") }, les données ont changé.
changed-facts-told = Depuis le { DATETIME($date, dateStyle: "long") }, les données ont changé : { $changes }.
part-added = Cette partie a été ajoutée après la signature du { DATETIME($date, dateStyle: "long") }.
part-removed = Depuis la signature du { DATETIME($date, dateStyle: "long") }, la rubrique « { $part } » a été supprimée.
changed-since-signature-hint = Comparez de nouveau les deux éditions, puis lancez `diptych sign { $reference }` ; après une correction sans effet sur le sens, `diptych sign { $reference } --trivial { $part }`.
# Ces messages suivent un deux-points.
change-replaced = « { $old } » est devenu « { $new } »
change-put-in = ajout de « { $new } »
change-taken-out = retrait de « { $old } »
change-fact = { $key }, { $change }
change-and = { $first } ; { $rest }
change-more = { $count ->
        [one] et { $count } autre changement
       *[other] et { $count } autres changements
    }
invalid-signature = La signature dans « { $path } » est illisible.
invalid-signature-hint = Comparez les deux éditions, puis lancez `diptych sign RÉFÉRENCE`, qui réécrit le fichier.
lone-signature = La signature dans « { $path } » n’appartient à aucun avis.
lone-signature-hint = Donnez à ce fichier le nom de son avis, ou supprimez-le.

## Other places that belong to a finding

first-here = première occurrence ici
twin-here = dans l’autre langue
twin-states = valeur indiquée par l’édition jumelle
or-here = ou ici
other-date = l’autre date
missing-in-twin = absente de l’édition jumelle
goes-after = cette rubrique vient après
belongs-here = à ajouter dans ce fichier
shows-here = visible ici

## Publishing: nothing was published (publish)

publish-disk-full = Le disque est plein : impossible d’écrire « { $path } ». Rien n’a été publié ; le site est resté tel quel.
publish-disk-full-hint = Libérer sur ce disque la place d’une seconde copie du site, puis relancer la même commande.
publish-quota = Votre quota sur ce disque est épuisé : impossible d’écrire « { $path } ». Rien n’a été publié ; le site est resté tel quel.
publish-quota-hint = Supprimer des fichiers qui vous appartiennent sur ce disque ou demander plus de place à son administrateur, puis relancer la même commande.
publish-read-only = Le disque est en lecture seule : impossible d’écrire dans « { $path } ». Rien n’a été publié.
publish-read-only-hint = Choisir un dossier sur un autre disque avec `--output DOSSIER`, ou faire rendre ce disque inscriptible.
publish-denied = Vous n’avez pas le droit d’écrire dans « { $path } ». Rien n’a été publié.
publish-denied-hint = Demander ce droit au propriétaire de `{ $path }`, ou choisir un autre dossier avec `--output DOSSIER`.
publish-name-too-long = Le disque refuse le nom « { $path } », qui est trop long. Rien n’a été publié.
publish-name-too-long-hint = Raccourcir l’intitulé ou le nom de fichier dont cette adresse est tirée ; un nom peut compter 255 octets, et une lettre accentuée en prend deux.
publish-file-too-large = « { $path } » dépasse la taille permise ici pour un fichier. Rien n’a été publié.
publish-file-too-large-hint = Réduire le fichier ou relever la limite avec `ulimit -f unlimited`, puis relancer la même commande.
publish-cannot-move = Le dossier « { $path } » ne peut pas être déplacé sur ce disque, et le nouveau site ne peut donc pas prendre sa place. Rien n’a été publié.
publish-cannot-move-hint = Cela arrive dans un conteneur dont l’image contient ce dossier : le retirer de l’image, ou choisir un autre dossier avec `--output DOSSIER`.
publish-too-many-open = Trop de fichiers sont ouverts : impossible d’ouvrir « { $path } ». Rien n’a été publié.
publish-too-many-open-hint = Relever la limite avec `ulimit -n 1024`, puis relancer la même commande.
publish-failed = Impossible de lire ou d’écrire « { $path } » : { $reason }. Rien n’a été publié ; le site est resté tel quel.
publish-failed-hint = Examiner `{ $path }`, puis relancer la même commande.
publish-output-root = « { $output } » ne peut pas servir de sortie : c’est le disque entier, et la sortie est remplacée en bloc.
publish-output-home = « { $output } » ne peut pas servir de sortie : c’est un dossier personnel ou il en contient un, et la sortie est remplacée en bloc.
publish-output-in-output = « { $output } » ne peut pas servir de sortie : ce dossier se trouve dans « { $outer } », qui appartient à une autre sortie et qui est remplacé en bloc.
publish-output-in-source = « { $output } » ne peut pas servir de sortie : ce dossier se trouve dans « { $source } », dont le site est tiré.
publish-output-around-sources = « { $output } » ne peut pas servir de sortie : ce dossier contient « { $source } », dont le site est tiré et qui serait perdu.
publish-output-file = « { $output } » ne peut pas servir de sortie : ce n’est pas un dossier.
publish-output-mount = « { $output } » ne peut pas servir de sortie : un disque y est monté, et un tel dossier ne peut pas être remplacé.
publish-output-hint = Choisir un dossier qui ne contient que le site publié, par exemple `--output public`.
publish-output-mount-hint = Choisir un dossier à l’intérieur, par exemple `--output { $output }/site`, et y faire pointer le serveur web.
publish-foreign = { $more ->
        [0] La sortie « { $output } » contient des éléments que diptych n’a pas écrits : { $names }. Rien n’a été publié ni supprimé.
        [one] La sortie « { $output } » contient des éléments que diptych n’a pas écrits : { $names } et { $more } autre élément. Rien n’a été publié ni supprimé.
       *[other] La sortie « { $output } » contient des éléments que diptych n’a pas écrits : { $names } et { $more } autres éléments. Rien n’a été publié ni supprimé.
    }
publish-foreign-hint = Retirer ces éléments de `{ $output }`, ou les supprimer si personne n’en a besoin, puis relancer la même commande ; ou choisir un dossier vide avec `--output DOSSIER`.
publish-foreign-git-hint = `{ $output }` est une copie de travail Git, qu’une publication détruirait : choisir un autre dossier avec `--output DOSSIER`, puis en copier le site dans la copie de travail.
publish-edited = { $more ->
        [0] Dans la sortie « { $output } », des fichiers ont été modifiés à la main : { $names }. Rien n’a été publié ni supprimé.
        [one] Dans la sortie « { $output } », des fichiers ont été modifiés à la main : { $names } et { $more } autre. Rien n’a été publié ni supprimé.
       *[other] Dans la sortie « { $output } », des fichiers ont été modifiés à la main : { $names } et { $more } autres. Rien n’a été publié ni supprimé.
    }
publish-edited-hint = Faire la modification dans `content/` ou dans le thème, supprimer de `{ $output }` les fichiers modifiés, puis relancer la même commande.
publish-manifest-unreadable = Impossible de comprendre « { $path } » : ce fichier a été modifié à la main ou écrit par une autre version de diptych. Rien n’a été publié ni supprimé.
publish-manifest-unreadable-hint = Utiliser la dernière version de diptych ; ou déplacer `{ $output }` ailleurs et relancer la même commande pour republier le site entier.
publish-private-foreign = diptych a besoin pour lui-même du dossier « { $path } », mais ce dossier contient des éléments que diptych n’a pas écrits.
publish-private-foreign-hint = Déplacer ou renommer ce dossier, puis relancer la même commande.
publish-busy = Un autre diptych publie en ce moment dans « { $output } ». Celui-ci n’a rien publié.
publish-busy-hint = Relancer la même commande quand l’autre aura terminé, ou ajouter `--wait`.
publish-no-locks = Impossible de verrouiller « { $path } », si bien que deux publications pourraient se gêner : { $reason }. Rien n’a été publié.
publish-no-locks-hint = Ce disque, peut-être un ancien disque réseau, ne connaît pas les verrous de fichier : choisir un dossier sur un disque local avec `--output DOSSIER`.
publish-path = « { $path } » ne peut pas être l’adresse d’un fichier publié : elle mène hors de la sortie ou n’est pas un simple chemin.
publish-path-hint = Donner à la page ou à la pièce jointe dont cette adresse est tirée un autre nom, formé de lettres, de chiffres, de `-` et de `.`.
publish-same-place = Deux fichiers du site se disputent la même place, « { $path } ». Rien n’a été publié.
publish-same-place-hint = Donner une autre adresse à l’une des deux pages ou pièces jointes ; sur certains disques, `A.pdf` et `a.pdf` sont le même nom.
publish-source = La source de « { $path } » n’a pas pu être lue jusqu’au bout : { $reason }. Rien n’a été publié.
publish-source-hint = Examiner cette pièce jointe ou cette ressource dans le dossier du site, puis relancer la même commande.
publish-incomplete = « { $path } » manque ou n’est plus tel qu’il a été écrit. Rien n’a été publié ; le site est resté tel quel.
publish-incomplete-hint = Un autre programme a modifié le site inachevé ou un fichier publié, ou le disque est défaillant : relancer la même commande et, si cela se répète, faire vérifier le disque.
publish-sync = Le disque n’a pas pu confirmer qu’il conserve ce qui a été écrit dans « { $path } » : { $reason }. Rien n’a été publié ; le site est resté tel quel.
publish-sync-hint = Le disque est peut-être défaillant : le faire vérifier avant de relancer la même commande.
publish-changed-meanwhile = « { $path } » a été modifié par quelqu’un d’autre pendant la production du site. Rien n’a été publié ; cette modification est restée en place.
publish-changed-meanwhile-hint = Relancer la même commande : elle dira ce qui s’y trouve maintenant.

## Publishing: remarks on a site that is published (publish)

publish-not-atomic = Le site est publié, mais ce disque ne sait pas échanger deux dossiers en une seule opération : pendant un instant, « { $output } » a manqué.
publish-not-atomic-hint = Si le site ne doit jamais manquer, fût-ce un instant, publier sur un disque local avec `--output DOSSIER`.
publish-not-durable = Le site est publié, mais le disque n’a pas confirmé la dernière étape dans « { $path } » ({ $reason }) : après une coupure de courant, l’ancien site pourrait réapparaître. Relancer la même commande.
publish-no-record = Le site est publié, mais les notes destinées à la prochaine exécution n’ont pas pu être écrites dans « { $path } » ({ $reason }). La prochaine exécution sera seulement plus longue.
publish-found = Le site est publié. Pendant sa production, quelque chose que diptych n’a pas écrit est arrivé dans « { $output } » ; cela n’a pas été publié et se trouve conservé dans « { $path } ».
publish-found-hint = Y reprendre ce qui est utile, puis supprimer ce dossier.
publish-leftover = L’ancien site ou un site inachevé n’a pas pu être entièrement supprimé de « { $path } » ({ $reason }). Le site publié n’est pas touché.
publish-leftover-hint = La prochaine exécution essaiera de nouveau.

## Preview (preview/server)

preview-port-taken = Le port { $port } est déjà utilisé : un autre programme, ou un autre `diptych watch`, y est à l’écoute.
preview-port-taken-hint = Choisir un autre port avec `--port N`, ou omettre `--port` : un port libre sera choisi.
preview-ports-taken = Les ports { $first } à { $last } sont tous utilisés par d’autres programmes.
preview-ports-taken-hint = Arrêter les aperçus que plus personne ne regarde, ou choisir un autre port avec `--port N`.
preview-port-denied = Le système n’autorise pas l’écoute sur le port { $port }.
preview-port-denied-hint = Choisir un port à partir de 1024 avec `--port N`, ou omettre `--port`.
preview-port-failed = L’aperçu ne peut pas écouter sur le port { $port } de cette machine : { $reason }.
preview-port-failed-hint = Vérifier que l’interface réseau « lo » (127.0.0.1) est active, ou choisir un autre port avec `--port N`.
preview-cannot-start = Le système refuse ce dont l’aperçu a besoin : { $reason }.
preview-cannot-start-hint = Arrêter d’autres programmes, ou relever le nombre maximal de fichiers ouverts avec `ulimit -n 1024`, puis relancer la même commande.
## The preview in the browser (preview/assets)

# The page itself puts in what stands in braces: a number, a time, the name of a zone.
desk-title = Tableau de bord
desk-skip = Aller aux avis
desk-search = Rechercher un avis
desk-search-example = Référence, intitulé ou état
desk-search-key = La touche « / » mène à la recherche
desk-found = Résultats : {"{"}n{"}"}
desk-found-none = Rien ne correspond à cette recherche.
desk-interface = Langue de l’interface
desk-language-en = English
desk-language-fr = Français
desk-now = Maintenant : {"{"}moment{"}"} ({"{"}zone{"}"})
desk-as-on = Situation au {"{"}moment{"}"} ({"{"}zone{"}"})
desk-return = Revenir au présent
desk-clean = Aucune erreur ni aucun avertissement.
desk-errors-one = {"{"}n{"}"} erreur
desk-errors-other = {"{"}n{"}"} erreurs
desk-warnings-one = {"{"}n{"}"} avertissement
desk-warnings-other = {"{"}n{"}"} avertissements
desk-wrong = À corriger
desk-severity-error = Erreur :
desk-severity-warning = Avertissement :
desk-editor = Ouvrir dans l’éditeur
desk-see = Voir les deux pages
desk-more = En afficher {"{"}n{"}"} de plus
desk-no-notices = Ce site ne contient encore aucun avis. Pour rédiger le premier, saisir « diptych new » dans un terminal.
desk-in-order = rien à signaler
desk-no-page = aucune page pour l’instant
desk-group-draft = Brouillons
desk-group-scheduled = Programmés
desk-group-closing-soon = Clôture prochaine
desk-group-open = Ouverts
desk-group-past = Clos, annulés, pourvus et retirés
desk-group-pages = Autres pages
desk-state-draft = Brouillon
desk-state-scheduled = Programmé
desk-state-open = Ouvert
desk-state-closing-soon = Clôture prochaine
desk-state-closed = Clos
desk-state-cancelled = Annulé
desk-state-filled = Pourvu
desk-state-withdrawn = Retiré
desk-publication = Publication
desk-deadline = Date limite
desk-ongoing = Sans date limite
desk-dates = Prochaines échéances
desk-no-dates = Aucune publication ni aucune date limite à venir.
desk-today = Maintenant
desk-published = Publication
desk-closes = Date limite
desk-moment = {"{"}date{"}"} à {"{"}time{"}"}
desk-time = {"{"}h{"}"} h {"{"}mm{"}"}
desk-hour = {"{"}h{"}"} h
desk-first-day = 1er
desk-stopped = L’aperçu s’est arrêté. Il reprendra de lui-même dès que « diptych watch » sera relancé.

pair-desk = Tableau de bord
pair-width = Largeur des pages
pair-full = Pleine
pair-phone = Téléphone
pair-view = Pages affichées
pair-both = Les deux
pair-page-en = Page en anglais
pair-page-fr = Page en français
pair-alone = Ouvrir seule
pair-divider = Séparation entre les deux pages
pair-no-page = Il n’y a pas encore de page dans cette langue.
pair-unknown = Cette page n’existe pas.
pair-gone = Cette page n’existe plus. Vous la voyez dans son dernier état.
pair-clock-present = Maintenant
pair-clock-title = Voir les pages à un autre moment
pair-clock-field = Date et heure ({"{"}zone{"}"})
pair-clock-show = Afficher
pair-clock-now = Maintenant
pair-clock-published = À la publication
pair-clock-before = Dans la dernière minute du délai
pair-clock-after = Juste après la fin du délai
pair-away = Vous voyez les pages dans leur état au {"{"}moment{"}"} ({"{"}zone{"}"}).
pair-last-good = Vous voyez la page dans son dernier état sans erreur.
pair-fold = Masquer
pair-unfold = Afficher
pair-mended = Il n’y a plus d’erreur.
pair-updated = Mise à jour : {"{"}section{"}"}
pair-side-by-side = Les deux langues côte à côte
pair-watermark-draft = Brouillon – non publié
pair-watermark-scheduled = Programmé – pas encore publié
pair-watermark-withdrawn = Retiré – n’est plus publié

## Deployment (read/site/targets, deploy, commands/deploy, commands/verify)

targets-hint = Donner à chaque destination un nom en minuscules et indiquer ce qu’elle est : `www: {"{"} kind: folder, path: ../www {"}"}`.
target-kind-hint = Indiquer de quelle sorte de destination il s’agit : `kind: folder`, `kind: ssh`, `kind: bucket` ou `kind: command`.
target-path-hint = Écrire le dossier où déployer, vu depuis le site : `path: ../www`.
target-run-hint = Écrire le programme et ses arguments sous forme de liste : `run: [./publier.sh]`.
target-host-hint = Écrire le nom du serveur, ou celui que ssh lui donne sur cet ordinateur : `host: careers.example.org`. Le compte et le port ont leurs propres clés, `user` et `port`.
target-user-hint = Écrire le nom du compte utilisé sur le serveur : `user: deploy`.
target-port-hint = Écrire le numéro du port, de 1 à 65535 : `port: 22`.
target-server-path-hint = Écrire le dossier du serveur, à partir de `/` : `path: /srv/careers`.
target-service-hint = Indiquer la sorte de stockage : `service: s3`, `service: azure` ou `service: webdav`.
target-bucket-hint = Écrire le nom du compartiment : `bucket: careers` ; pour Azure, celui du conteneur, par exemple `bucket: $web`.
target-region-hint = Écrire la région du compartiment : `region: eu-west-1`.
target-endpoint-hint = Écrire l’adresse du service, à partir de `https://` et sans compte ni mot de passe : `endpoint: https://storage.example.org`.
target-bucket-path-hint = Écrire le dossier du compartiment, fait de lettres sans accent, de chiffres, de traits d’union et de points, sans `/` au début : `path: careers`.
target-secret = « { $key } » mettrait un secret dans un fichier partagé.
target-secret-hint = Supprimer la ligne. La place d’un secret est dans l’environnement ou dans l’agent ssh, jamais dans `site.yaml` ; changer celui-ci si quelqu’un d’autre a pu le voir.

vanished-notice = Sur le site en ligne, l’avis « { $reference } » se trouve à l’adresse « { $path } », où plus rien ne répondrait.
vanished-notice-hint = Remettre les deux éditions en place. Un avis terminé garde sa page : écrire `cancelled:` ou `filled:` avec la date. Si plus rien ne doit en être montré, écrire `withdrawn:` avec la date.
vanished-moved = Sur le site en ligne, l’avis « { $reference } » se trouve à l’adresse « { $path } » ; sa page changerait d’adresse, et plus rien n’y répondrait.
vanished-moved-hint = Garder l’adresse : écrire `slug: { $slug }` dans l’en-tête de cette édition. Ou la faire mener à la nouvelle : écrire `aliases: [{ $path }]`.
vanished-mark = Le site en ligne indique à l’adresse « { $path } » que l’avis « { $reference } » a été retiré, et plus rien ne l’indiquerait.
vanished-mark-hint = L’avis aurait une autre adresse que celle qui a été publiée. Écrire `slug: { $slug }` dans l’en-tête de cette édition.
vanished-site = Le site en ligne se trouve à l’adresse « { $before } » et, d’après `address:` dans `site.yaml`, il se trouverait à l’adresse « { $after } » : toutes les adresses gardées par le public et par des programmes changent.
vanished-site-hint = Garder `address: { $before }`. Si ce changement est voulu, faire mener chaque ancienne adresse à la nouvelle par le serveur web, et ajouter `--allow-removals`.
vanished-address = Le site en ligne a une page à l’adresse « { $path } », où plus rien ne répondrait.
vanished-address-hint = Remettre la page sous son ancien nom, garder son adresse avec `slug: …` dans son en-tête, ou la faire mener à une autre page : y écrire `aliases: [{ $path }]`.
vanished-list-hint = Remettre l’ancien nom sous `paths:` dans `site.yaml`, et la page sous `outputs:` si le site ne la propose plus. Ou faire mener l’adresse à une page ordinaire : écrire `aliases: [{ $path }]` dans l’en-tête de celle-ci.
vanished-alias = Le site en ligne a une redirection à l’adresse « { $path } », où plus rien ne répondrait.
vanished-alias-hint = Garder l’adresse dans l’en-tête d’une édition : `aliases: [{ $path }]`.
vanished-feed = Le site en ligne a un flux à l’adresse « { $path } » ; les personnes qui y sont abonnées ne recevraient plus rien.
vanished-feed-hint = Un flux ne peut pas mener ailleurs : garder son adresse, en remettant l’ancien `path:` sous `feeds:` dans `site.yaml`, et le format sous `outputs:`. Si plus personne ne doit recevoir ce flux, ajouter `--allow-removals`.
vanished-file = Le site en ligne a le fichier « { $path } » ; les programmes qui le demandent ne recevraient plus rien.
vanished-file-hint = Le proposer de nouveau sous `outputs:` dans `site.yaml`. Si plus personne ne doit le recevoir, ajouter `--allow-removals`.

deploy-no-target = Le site n’a aucune destination où être déployé.
deploy-no-target-hint = En indiquer une dans `site.yaml` : `targets: {"{"} www: {"{"} kind: folder, path: ../www {"}"} {"}"}`.
deploy-which-target = Le site a plusieurs destinations.
deploy-which-target-hint = Ajouter à la commande l’un de ces noms : { $targets }.
deploy-unknown-target = Le site n’a pas de destination « { $target } ».
deploy-inside = La destination « { $path } » se trouve dans « { $other } », qui sert à produire le site ou qui le reçoit.
deploy-in-place = « { $path } » ne peut pas être la destination : le site est produit à partir de ce dossier, ou dans ce dossier.
deploy-around = La destination « { $path } » contient « { $other } », qui sert à produire le site ou qui le reçoit.
deploy-no-folder = La destination « { $path } » n’est pas un dossier.
deploy-place-hint = Choisir dans `site.yaml` un autre dossier pour la destination, par exemple `path: ../www`.
deploy-no-parent = Il n’y a pas de dossier « { $path } » où placer la destination.
deploy-no-parent-hint = Si ce disque doit être monté, le monter ; sinon, créer le dossier `{ $path }`. Relancer ensuite la même commande.
deploy-no-link = « { $path } » occupe la place où diptych met un lien vers la version en ligne.
deploy-no-link-hint = S’il s’agit d’un site mis là par un autre moyen, le déplacer, puis relancer la même commande.
deploy-foreign-link = Le lien « { $path } » mène à « { $target } », qui n’est pas une version déployée par diptych.
deploy-foreign-link-hint = Si ce lien ne sert plus à personne, supprimer `{ $path }`, puis relancer la même commande.
deploy-disk-full = Le disque est plein : « { $path } » n’a pas pu être écrit. Rien n’a changé ; le public voit le site d’avant.
deploy-disk-full-hint = Libérer sur ce disque la place nécessaire à une autre copie du site, puis relancer la même commande.
deploy-denied = Lecture ou écriture interdite pour « { $path } » (message du système : { $reason }). Rien n’a changé ; le public voit le site d’avant.
deploy-denied-hint = Demander à l’administration du serveur le droit d’écrire dans `{ $path }`, puis relancer la même commande.
deploy-failed = Impossible de lire ou d’écrire « { $path } » (message du système : { $reason }). Rien n’a changé ; le public voit le site d’avant.
deploy-failed-hint = Examiner `{ $path }`, puis relancer la même commande.
deploy-output-changed = « { $path } » n’est plus là : le site a été produit de nouveau entre-temps. Rien n’a changé.
deploy-output-changed-hint = Relancer la même commande.
deploy-incomplete = « { $path } » n’est pas arrivé tel qu’il a été produit. Rien n’a changé ; le public voit le site d’avant.
deploy-incomplete-hint = Relancer la même commande. Si cela se reproduit, faire vérifier le disque de la destination.
deploy-changed-meanwhile = Un autre déploiement vers cette destination a eu lieu entre-temps. Rien n’a changé.
deploy-changed-meanwhile-hint = Relancer la même commande : elle montre ce qui changerait maintenant. Avec `--yes --wait`, elle le fait d’elle-même.
deploy-not-at-once = Un compartiment ne peut pas échanger tous les fichiers d’un seul coup : pendant un court moment, le public peut voir des pages nouvelles à côté d’anciennes.
bucket-not-built = Ce diptych a été construit sans les compartiments.
bucket-not-built-hint = L’installer avec eux : `cargo install --path . --features bucket` dans le dossier de son code source.
bucket-no-credentials = Les données d’accès à « { $bucket } » manquent dans l’environnement : { $names }. Rien n’a changé.
bucket-no-credentials-hint = Définir ces variables là où diptych est lancé, ou parmi les secrets du service qui le lance. Leur place n’est pas dans `site.yaml`.
bucket-missing = Le compartiment « { $bucket } » n’existe pas ({ $reason }). Rien n’a changé.
bucket-missing-hint = Vérifier `bucket:` dans la destination de `site.yaml`. diptych ne crée pas de compartiment.
bucket-denied = « { $bucket } » n’accepte pas les données d’accès, ou elles ne le permettent pas ({ $reason }). Rien n’a changé ; le public voit le site tel qu’il était.
bucket-denied-hint = Vérifier les données d’accès dans l’environnement. Elles doivent permettre d’énumérer, de lire, d’écrire et de supprimer.
bucket-unreachable = « { $bucket } » ne répond pas ({ $reason }). Rien n’a changé ; le public voit le site tel qu’il était.
bucket-unreachable-hint = Vérifier la connexion de cet ordinateur, ainsi que `endpoint:` et `region:` dans la destination de `site.yaml`.
bucket-wrong = « { $bucket } » ne peut pas servir tel qu’il est écrit ({ $reason }). Rien n’a changé.
bucket-wrong-hint = Vérifier la destination dans `site.yaml` et les données d’accès dans l’environnement.
bucket-failed = Impossible de lire ou d’écrire « { $bucket } » ({ $reason }). Rien n’a changé ; le public voit le site tel qu’il était.
bucket-failed-hint = Relancer la même commande. Si cela se répète, vérifier la destination dans `site.yaml` et s’adresser à l’administration du stockage.
bucket-torn = « { $bucket } » a échoué pendant que la version était mise en ligne ({ $reason }). Le public peut voir d’anciennes pages à côté de nouvelles.
bucket-torn-hint = Relancer la même commande dès que possible : elle met le reste en place.
bucket-taken = « { $bucket } » contient « { $name } », que diptych n’y a pas mis. Rien n’a changé.
bucket-taken-hint = Choisir un compartiment vide, ou un dossier de celui-ci avec `path:`. S’il s’agit d’un site mis là par un autre moyen, le supprimer, puis relancer la même commande.
ssh-missing = Le programme « { $program } », nécessaire pour cette destination, n’existe pas sur cet ordinateur. Rien n’a changé.
ssh-broken = Impossible de lancer le programme « { $program } » : { $reason }. Rien n’a changé.
ssh-missing-hint = Installer `{ $program }` : sur la plupart des systèmes, il fait partie d’OpenSSH. Relancer ensuite la même commande.
ssh-unknown-key = Cet ordinateur ne connaît pas encore le serveur « { $host } » : il pourrait s’agir de n’importe quel serveur. Rien n’a changé.
ssh-unknown-key-hint = Taper `{ $command }`, comparer l’empreinte avec celle que donne l’administration du serveur, et répondre `yes` si elles sont identiques. Relancer ensuite la même commande.
ssh-other-key = Le serveur « { $host } » n’est pas celui que connaît cet ordinateur : sa clé est différente. Rien n’a changé.
ssh-other-key-hint = Demander à l’administration du serveur si la clé a été remplacée. Si oui, taper `ssh-keygen -R { $host }`, puis `{ $command }`, et comparer l’empreinte.
ssh-denied = Le serveur « { $host } » n’accepte pas votre clé ssh ({ $reason }). Rien n’a changé.
ssh-denied-hint = Faire en sorte que `{ $command }` ouvre une session sans rien demander : charger la clé avec `ssh-add`, ou demander à l’administration du serveur de l’enregistrer.
ssh-no-host = Aucun serveur ne s’appelle « { $host } » ({ $reason }). Rien n’a changé.
ssh-no-host-hint = Vérifier `host:` dans la destination de `site.yaml`, et la connexion de cet ordinateur.
ssh-unreachable = Le serveur « { $host } » ne répond pas ({ $reason }). Rien n’a changé.
ssh-unreachable-hint = Vérifier la connexion de cet ordinateur, et que `{ $command }` atteint le serveur ; la destination demande peut-être un autre `port:`.
ssh-no-shell = Sur le serveur « { $host } », le compte ne peut qu’apporter des fichiers et n’exécute pas de commandes ({ $reason }). Rien n’a changé.
ssh-no-shell-hint = Demander à l’administration du serveur un compte muni d’un shell. Sans lui, aucun fichier ne pourrait y être vérifié.
ssh-cut = La connexion avec le serveur « { $host } » a échoué ({ $reason }). Rien n’a changé ; le public voit le site tel qu’il était.
ssh-cut-hint = Relancer la même commande. Si cela se répète, vérifier que `{ $command }` fonctionne.
ssh-unsure = La connexion avec le serveur « { $host } » a échoué au moment précis où la version était mise en ligne ({ $reason }). Le public voit l’ancienne version ou la nouvelle, entière.
ssh-unsure-hint = Relancer la même commande : elle dit de laquelle il s’agit, et déploie ce qui manque.
ssh-cut-after = La connexion avec le serveur « { $host } » a échoué après la mise en ligne de la version ({ $reason }). Les anciennes versions n’ont pas été supprimées.
ssh-cut-after-hint = Il n’y a rien à faire : le prochain déploiement les supprimera.
ssh-no-tool = Le programme « { $tool } » n’existe pas sur le serveur « { $host } ». Rien n’a changé.
ssh-no-tool-hint = Demander à l’administration du serveur de l’installer. Relancer ensuite la même commande.
ssh-place-hint = Choisir un autre dossier du serveur pour la destination dans `site.yaml`, par exemple `path: /srv/careers`.
ssh-busy = Quelqu’un d’autre déploie en ce moment vers « { $path } ». Rien n’a changé.
ssh-busy-hint = Relancer la même commande quand l’autre déploiement sera terminé, ou ajouter `--wait`. Un déploiement dont la connexion a été coupée cède la place au bout de cinq minutes.
ssh-busy-folder-hint = Relancer la même commande quand l’autre déploiement sera terminé, ou ajouter `--wait`. Si personne ne déploie, parce que le serveur a été arrêté entre-temps, supprimer le dossier `{ $path }` sur le serveur.
deploy-command-missing = Il n’y a pas de programme « { $program } » (message du système : { $reason }). Rien n’a changé.
deploy-command-refused = Impossible de lancer le programme « { $program } » (message du système : { $reason }). Rien n’a changé.
deploy-command-failed = Le programme « { $program } » signale un échec ({ $reason }) : le déploiement n’est pas considéré comme fait.
deploy-command-hint = Examiner `run:` de la destination `{ $target }` dans `site.yaml`, ainsi que ce qu’a dit le programme.
deploy-removals = { $removed ->
        [one] { NUMBER($removed) } page ou pièce jointe sur { NUMBER($all) } serait retirée
       *[other] { NUMBER($removed) } pages et pièces jointes sur { NUMBER($all) } seraient retirées
    }, soit plus d’une sur cinq.
deploy-removals-hint = Si c’est voulu, ajouter `--allow-removals`.
deploy-nobody-to-ask = Il n’y a personne à qui demander confirmation. Rien n’a changé.
deploy-nobody-to-ask-hint = Relancer la même commande avec `--yes`, ou avec `--dry-run` pour voir seulement ce qui changerait.
deploy-no-former = Il n’y a pas de version antérieure à rétablir.
deploy-no-release = Il n’y a pas de version « { $release } ».
deploy-release-unreadable = Le manifeste de la version « { $release } » manque ou est illisible : impossible de dire ce qu’elle montrerait. Rien n’a changé.
deploy-live-unreadable = Le manifeste de la version en ligne « { $release } » manque, a été modifié ou est illisible : tous les fichiers sont transférés de nouveau.
deploy-compared-with = La nouvelle version est comparée à la version « { $release } » à sa place.
deploy-blind = Le manifeste de la version en ligne manque, a été modifié ou est illisible, et il n’existe pas d’autre version avec laquelle comparer : nul ne peut dire quelles adresses disparaîtraient. Rien n’a changé.
deploy-blind-hint = Regarder ce que voit le public. Pour déployer malgré tout, ajouter `--allow-removals`.
deploy-leftover = Une version antérieure n’a pas pu être entièrement retirée de « { $path } » (message du système : { $reason }). Cela ne touche pas le public ; le prochain déploiement essaiera de nouveau.
deploy-foreign-file = Une version antérieure n’a pas été retirée, car elle contient quelque chose que diptych n’y a pas mis : « { $path } ».
deploy-foreign-file-hint = En retirer ce qui est utile, puis supprimer cet élément ; le prochain déploiement retirera la version.
deploy-unknown-release = Le manifeste de la version « { $release } » manque, a été modifié ou est illisible : nul ne sait ce qu’elle montre. La supprimer à la main si elle ne sert plus à personne.

deploy-first = Premier déploiement vers « { $target } ».
deploy-live = « { $target } » montre actuellement la version { $release }. Voici ce qui changerait :
deploy-ask = Déployer ? [o/N]
deploy-stopped = Arrêt : rien n’a changé.
deploy-planned = Rien n’a changé (`--dry-run`).
deploy-refused = Rien n’a été déployé : corriger d’abord ces erreurs.
deploy-done = « { $target } » montre maintenant la version { $release } ; chaque fichier y a été vérifié.
deploy-handed-over = La version { $release } a été remise à « { $target } ». Personne n’a vérifié ce que voit le public.
deploy-unchanged = « { $target } » est à jour avec la version { $release } : chaque fichier y a été vérifié, rien n’a été transféré.
deploy-still = Cette même version, { $release }, a déjà été remise à « { $target } » : rien n’a été transmis. Personne n’a vérifié ce que voit le public.
rollback-to = Retour à la version { $release }. Voici ce qui changerait sur « { $target } » :
rollback-ask = Rétablir cette version ? [o/N]
rollback-done = « { $target } » montre de nouveau la version { $release }.
rollback-damaged = Dans la version { $release }, « { $path } » manque ou n’est plus tel qu’il a été déployé. Rien n’a changé ; le public voit le site d’avant.
rollback-damaged-hint = Rétablir une autre version, parmi celles qu’énumère `diptych deploy --releases`, ou corriger le site et le déployer.
rollback-withdrawn = La version { $release } montre l’avis « { $reference } », qui n’est plus visible depuis. Rien n’a changé.
rollback-withdrawn-hint = Rétablir une autre version, parmi celles qu’énumère `diptych deploy --releases`. Un avis retiré ne doit pas reparaître : le prochain déploiement supprime cette version.
rollback-blind = Le manifeste de la version en ligne « { $release } » manque, a été modifié ou est illisible : tout compte comme nouveau.
rollback-unchanged = « { $target } » montre déjà la version { $release }.
releases-none = « { $target } » n’a encore aucune version.
releases-live = { $release } (en ligne)
releases-kept = { $release }
releases-foreign = diptych n’a pas mis ceci parmi les versions et n’y touche pas : { $name }
verify-nothing = Il n’y a pas de version en ligne à vérifier.
verify-nothing-hint = Déployer d’abord le site : `diptych deploy`.
verify-impossible = « { $target } » est un programme : ce qu’il a publié ne peut pas être relu.
verify-denied = Lecture interdite pour « { $path } » (message du système : { $reason }). Ce qui est en ligne n’a donc pas été comparé à ce qui a été déployé.
verify-denied-hint = Demander le droit de lire `{ $path }`, ou vérifier le site à son adresse, tel que le public le voit.
verify-missing = { $more ->
        [0] Fichiers manquants : { $paths }
        [one] Fichiers manquants : { $paths } et { $more } autre
       *[other] Fichiers manquants : { $paths } et { $more } autres
    }
verify-changed = { $more ->
        [0] Fichiers différents de ce qui a été déployé : { $paths }
        [one] Fichiers différents de ce qui a été déployé : { $paths } et { $more } autre
       *[other] Fichiers différents de ce qui a été déployé : { $paths } et { $more } autres
    }
verify-foreign = { $more ->
        [0] Fichiers non déployés par diptych : { $paths }
        [one] Fichiers non déployés par diptych : { $paths } et { $more } autre
       *[other] Fichiers non déployés par diptych : { $paths } et { $more } autres
    }
verify-equal = « { $target } » montre ce qui a été déployé, la version { $release } : { $files ->
        [one] { NUMBER($files) } fichier identique
       *[other] { NUMBER($files) } fichiers, tous identiques
    }.
verify-different = « { $target } » ne montre pas ce qui a été déployé comme version { $release } ({ $files ->
        [one] { NUMBER($files) } fichier
       *[other] { NUMBER($files) } fichiers
    }). `diptych deploy` y remédie.
verify-beside = « { $target } » montre ce qui a été déployé, la version { $release }, et autre chose à côté. Y supprimer ce qui ne sert à personne : diptych n’y touche pas.
verify-web-equal = « { $target } » montre ce qu’indique son manifeste ({ $files ->
        [one] { NUMBER($files) } fichier
       *[other] { NUMBER($files) } fichiers
    }).
verify-web-different = « { $target } » ne montre pas ce qu’indique son manifeste ({ $files ->
        [one] { NUMBER($files) } fichier
       *[other] { NUMBER($files) } fichiers
    }). Si `diptych verify DESTINATION` ne trouve aucune différence, quelque chose modifie ou conserve des fichiers entre le serveur et le public.
verify-web-address = « { $address } » n’est pas l’adresse d’un site.
verify-web-plain = « { $address } » n’est pas une adresse chiffrée : n’importe qui, en chemin, pourrait répondre à sa place.
verify-web-address-hint = Écrire l’adresse complète à laquelle le public trouve le site, par exemple `https://careers.example.org/`. Seul cet ordinateur lui-même peut être interrogé par `http:`.
verify-web-nothing = Il n’y a pas de manifeste à l’adresse « { $address } ».
verify-web-nothing-hint = Si le site a été déployé par diptych, vérifier si le serveur web masque les fichiers dont le nom commence par un point, et lui faire montrer celui-ci.
verify-web-other = « { $address } » répond par { $status } et mène à « { $place } ». Les redirections ne sont pas suivies.
verify-web-unreachable = Impossible de lire « { $address } » : { $reason }.
verify-web-unreachable-hint = Vérifier si l’adresse s’ouvre dans un navigateur. Si le certificat est celui de votre propre institution, cet ordinateur doit connaître l’autorité qui l’a émis.
verify-signed = La version a été signée par la personne qui détient cette clé.
verify-forged = La version n’a pas été signée par la personne qui détient cette clé, ou elle a été modifiée ensuite.
verify-unsigned = La version n’est pas signée.
sign-release-missing = Le programme « minisign » n’existe pas sur cet ordinateur ({ $reason }) ; la version n’a donc pas été signée. Rien n’a changé.
sign-release-failed = « minisign » n’a pas pu signer avec la clé « { $key } » ({ $reason }). Rien n’a changé.
sign-release-hint = Installer `minisign`, et vérifier le fichier de la clé et son mot de passe. Sans `--sign`, la version est mise en ligne sans signature.
sign-release-no-key = « { $key } » n’est pas une clé publique de minisign, ni un fichier qui en contient une.
sign-release-no-key-hint = Écrire la deuxième ligne du fichier produit par `minisign -G`, qui commence par `RW`, ou le chemin de ce fichier.
verify-overdue = Les pages auraient dû changer d’elles-mêmes le { $moment } ({ $zone }) : déployer le site de nouveau.
verify-due = Les pages devront changer le { $moment } ({ $zone }) : déployer le site de nouveau après ce moment.

plan-first = Avis désormais visibles : { $open ->
        [one] { NUMBER($open) } ouvert
       *[other] { NUMBER($open) } ouverts
    }, { $past ->
        [one] { NUMBER($past) } terminé
       *[other] { NUMBER($past) } terminés
    }.
plan-opened = { $reference } « { $title } » s’ouvre. Date limite : { $deadline }.
plan-appeared = { $reference } « { $title } » est désormais visible ({ $state }).
plan-gone = { $reference } « { $title } » n’est plus visible.
plan-withdrawn = { $reference } « { $title } » est retiré : rien n’en est plus montré, et un serveur web configuré pour le site répond 410 (n’existe plus) à ses adresses.
plan-extended = { $reference } « { $title } » est prolongé : { $before } → { $after }.
plan-reopened = { $reference } « { $title } » est de nouveau ouvert aux candidatures. Date limite : { $deadline }.
plan-corrected = { $reference } « { $title } » est corrigé.
plan-cancelled = { $reference } « { $title } » est annulé.
plan-filled = { $reference } « { $title } » est pourvu.
plan-closed = { $reference } « { $title } » est clos.
plan-counts-as-closed = { $reference } « { $title } » compte désormais comme clos (jusqu’ici : { $state }).
plan-closing-soon = { $reference } « { $title } » sera bientôt clos. Date limite : { $deadline }.
plan-changed = { $reference } « { $title } » change.
plan-more = { $count ->
        [one] Et { NUMBER($count) } autre avis.
       *[other] Et { NUMBER($count) } autres avis.
    }
plan-title = intitulé ({ $language }) : « { $before } » → « { $after } »
plan-fact = { $fact } : { $before } → { $after }
plan-fact-stated = { $fact } : { $after } (sans indication jusqu’ici)
plan-fact-dropped = { $fact } : sans indication désormais (jusqu’ici { $before })
plan-name-deadline = date limite
plan-name-published = date de publication
plan-name-location = lieu
plan-name-organisation = organisme
plan-name-schedule = temps de travail
plan-name-salary = traitement
plan-name-grade = grade
plan-name-clearance = habilitation
plan-name-contract = contrat
plan-name-languages = niveaux de langue
plan-name-posts = postes
plan-both = autre texte dans les deux langues : { $sections }
plan-one = autre texte en { $language ->
        [en] anglais
        [fr] français
       *[other] « { $language } »
    } seulement : { $sections }
plan-list = { $first }, { $rest }
plan-words = résumé court ou intitulés des postes
plan-corrections = corrections
plan-section = { $name }
plan-address = L’adresse du site change : { $before } → { $after } ; toutes les pages changent d’adresse avec elle.
plan-moved = adresse : { $before } → { $after }
plan-other-pages = { $count ->
        [one] { NUMBER($count) } autre page change : une liste ou des textes communs à plusieurs pages.
       *[other] { NUMBER($count) } autres pages changent : des listes et des textes communs à plusieurs pages.
    }
plan-shared-words = { $count ->
        [one] { NUMBER($count) } autre page change : des textes ou des réglages communs à plusieurs pages.
       *[other] { NUMBER($count) } autres pages changent : des textes ou des réglages communs à plusieurs pages.
    }
plan-design = { $count ->
        [0] La présentation change.
        [one] La présentation change, et avec elle { NUMBER($count) } autre page.
       *[other] La présentation change, et avec elle { NUMBER($count) } autres pages.
    }
plan-page-changed = La page « { $title } » ({ $path }) change.
plan-page-new = La page « { $title } » ({ $path }) est nouvelle.
plan-page-gone = La page « { $title } » ({ $path }) n’est plus visible.
plan-page-both = autre texte dans les deux langues
plan-page-one = autre texte en { $language ->
        [en] anglais
        [fr] français
       *[other] « { $language } »
    } seulement
plan-documents-added = { $more ->
        [0] documents désormais joints : { $paths }
        [one] documents désormais joints : { $paths } et { $more } autre
       *[other] documents désormais joints : { $paths } et { $more } autres
    }
plan-documents-replaced = { $more ->
        [0] documents remplacés sous le même nom : { $paths }
        [one] documents remplacés sous le même nom : { $paths } et { $more } autre
       *[other] documents remplacés sous le même nom : { $paths } et { $more } autres
    }
plan-documents-removed = { $more ->
        [0] documents qui ne sont plus joints : { $paths }
        [one] documents qui ne sont plus joints : { $paths } et { $more } autre
       *[other] documents qui ne sont plus joints : { $paths } et { $more } autres
    }
plan-outdated = { $count ->
        [one] { NUMBER($count) } version conservée montre un avis qui n’est plus visible ; elle est supprimée, de sorte que personne ne peut y revenir.
       *[other] { NUMBER($count) } versions conservées montrent un avis qui n’est plus visible ; elles sont supprimées, de sorte que personne ne peut y revenir.
    }
plan-unseen = Rien ne change pour le public : seul le manifeste de la version est différent.
plan-vanished = { $more ->
        [0] Adresses où plus rien ne répondrait : { $paths }
        [one] Adresses où plus rien ne répondrait : { $paths } et { $more } autre
       *[other] Adresses où plus rien ne répondrait : { $paths } et { $more } autres
    }
plan-addresses = Adresses nouvelles : { NUMBER($appeared) } ; déplacées : { NUMBER($moved) } ; disparues : { NUMBER($vanished) }.
plan-files = Fichiers nouveaux : { NUMBER($added) } ; modifiés : { NUMBER($changed) } ; retirés : { NUMBER($removed) } ; inchangés : { NUMBER($unchanged) }.
plan-damaged = { $more ->
        [0] Ces fichiers ne sont plus tels qu’ils ont été déployés et seront remplacés : { $paths }
        [one] Ces fichiers ne sont plus tels qu’ils ont été déployés et seront remplacés : { $paths } et { $more } autre
       *[other] Ces fichiers ne sont plus tels qu’ils ont été déployés et seront remplacés : { $paths } et { $more } autres
    }
plan-torn = Un déploiement précédent s’est arrêté pendant la mise en ligne : ce qui manque est mis en place.
plan-littered = Un déploiement qui s’est arrêté a laissé des fichiers : ils sont supprimés.
plan-foreign = { $more ->
        [0] Ces fichiers n’ont pas été mis là par diptych et ne seront plus montrés : { $paths }
        [one] Ces fichiers n’ont pas été mis là par diptych et ne seront plus montrés : { $paths } et { $more } autre
       *[other] Ces fichiers n’ont pas été mis là par diptych et ne seront plus montrés : { $paths } et { $more } autres
    }
plan-sent = À transférer : { $files ->
        [one] { NUMBER($files) } fichier
       *[other] { NUMBER($files) } fichiers
    }, { $size }.

## The configuration of a web server (commands/server)

timer-description = Déployer les avis de vacance vers { $target } à l’heure
timer-systemd = Placer les deux fichiers dans /etc/systemd/system, puis lancer : systemctl enable --now diptych-{ $target }.timer
timer-cron = Pour `crontab -e`, sous une ligne `MAILTO=` avec l’adresse à prévenir si quelque chose ne va pas
timer-which-target-hint = Ajouter `--target` avec un de ces noms : { $targets }.
timer-path = Le chemin « { $path } » contient un caractère que systemd, cron et les interpréteurs de commandes lisent chacun à leur façon.
timer-path-hint = Déplacer le dossier ou le programme vers un chemin au nom simple.
handout-written = « { $path } » a été écrit.
handout-there = « { $path } » existe déjà, peut-être modifié à la main.
handout-there-hint = Comparer les deux : sans `--to`, la même commande affiche le nouveau. Avec `--force`, il remplace l’ancien.
server-root = Le chemin « { $path } » contient un caractère que les serveurs web ne savent pas tous lire.
server-root-hint = Choisir un dossier au nom simple et l’indiquer avec `--root`.
server-no-root = L’emplacement du site sur le serveur n’est pas connu : « { $target } » n’est pas une destination dotée d’un dossier.
server-root-option-hint = Indiquer le dossier avec `--root` : `--root /srv/www/current`.
server-which-target-hint = Ajouter `--target` avec un de ces noms, ou le dossier avec `--root` : { $targets }.
