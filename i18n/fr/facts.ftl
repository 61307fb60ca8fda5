### Les données d'un avis, en toutes lettres.
### Dans un avis, {{ deadline }} ou {{ languages }} insère dans le texte le message de ce nom.

time-zone = heure de Bruxelles

# Le jour seul : « 7 mai 2025 ».
deadline =
    { $ongoing ->
        [yes] jusqu'à ce que le poste soit pourvu
       *[no] { DATETIME($deadline, dateStyle: "long") }
    }

# Le jour, l'heure et le fuseau : « 7 mai 2025 à 23 h 59 (heure de Bruxelles) ».
deadline-in-full =
    { $ongoing ->
        [yes] jusqu'à ce que le poste soit pourvu
       *[no] { DATETIME($deadline, dateStyle: "long", timeStyle: "short") } ({ $time-zone })
    }

publication-date = { DATETIME($published, dateStyle: "long") }

# Le grade, suivi de son ancien nom s'il en a un : « G10 (B.4) ».
grade =
    { $grade-alias ->
        [none] { $grade }
       *[other] { $grade } ({ $grade-alias })
    }

salary =
    { $salary ->
        [none] à déterminer
       *[other] { $salary }
    }

clearance =
    { $clearance ->
        [none] aucune
       *[other] { $clearance-label }
    }

# Un élément des acquis essentiels, après « La personne titulaire doit : ».
languages =
    { $language-other ->
        [none] { $language-one ->
            [none] avoir une connaissance pratique des deux langues officielles, l'anglais et le français
           *[other] avoir le niveau { $language-one } ({ $language-one-label }) dans l'une des deux langues officielles (anglais/français)
        }
       *[other] avoir le niveau { $language-one } ({ $language-one-label }) dans l'une des deux langues officielles (anglais/français) et au moins le niveau { $language-other } ({ $language-other-label }) dans l'autre
    }

# Combien de postes sont à pourvoir : le nombre en toutes lettres, puis avec son nom.
openings-in-words =
    { $openings ->
        [1] un
        [2] deux
        [3] trois
        [4] quatre
        [5] cinq
        [6] six
        [7] sept
        [8] huit
        [9] neuf
       *[other] { NUMBER($openings) }
    }

openings =
    { $openings ->
        [one] { openings-in-words } poste
       *[other] { openings-in-words } postes
    }

direct-reports =
    { $direct-reports ->
        [0] aucun(e) subordonné(e) direct(e)
        [1] un(e) subordonné(e) direct(e)
        [2] deux subordonné(e)s direct(e)s
        [3] trois subordonné(e)s direct(e)s
        [4] quatre subordonné(e)s direct(e)s
        [5] cinq subordonné(e)s direct(e)s
        [6] six subordonné(e)s direct(e)s
        [7] sept subordonné(e)s direct(e)s
        [8] huit subordonné(e)s direct(e)s
        [9] neuf subordonné(e)s direct(e)s
       *[other] { NUMBER($direct-reports) } subordonné(e)s direct(e)s
    }

indirect-reports =
    { $indirect-reports ->
        [0] aucun(e) subordonné(e) indirect(e)
        [1] un(e) subordonné(e) indirect(e)
        [2] deux subordonné(e)s indirect(e)s
        [3] trois subordonné(e)s indirect(e)s
        [4] quatre subordonné(e)s indirect(e)s
        [5] cinq subordonné(e)s indirect(e)s
        [6] six subordonné(e)s indirect(e)s
        [7] sept subordonné(e)s indirect(e)s
        [8] huit subordonné(e)s indirect(e)s
        [9] neuf subordonné(e)s indirect(e)s
       *[other] { NUMBER($indirect-reports) } subordonné(e)s indirect(e)s
    }

# Ouvre une liste d'acquis.
qualifications-must = La personne titulaire doit :
qualifications-asset = Constitueraient des atouts :
