### The facts of a notice in words.
### In a notice, {{ deadline }} or {{ languages }} puts the message of that name into the text.

time-zone = Brussels time

# The day only: “7 May 2025”.
deadline =
    { $ongoing ->
        [yes] open until filled
       *[no] { DATETIME($deadline, dateStyle: "long") }
    }

# The day, the hour and the zone: “7 May 2025 at 23:59 (Brussels time)”.
deadline-in-full =
    { $ongoing ->
        [yes] open until filled
       *[no] { DATETIME($deadline, dateStyle: "long", timeStyle: "short") } ({ $time-zone })
    }

publication-date = { DATETIME($published, dateStyle: "long") }

# The grade with its former name, if it has one: “G10 (B.4)”.
grade =
    { $grade-alias ->
        [none] { $grade }
       *[other] { $grade } ({ $grade-alias })
    }

salary =
    { $salary ->
        [none] to be determined
       *[other] { $salary }
    }

clearance =
    { $clearance ->
        [none] none
       *[other] { $clearance-label }
    }

# An item of the essential qualifications, after “The incumbent must:”.
languages =
    { $language-other ->
        [none] { $language-one ->
            [none] have a working knowledge of the official languages, English and French
           *[other] have level { $language-one } ({ $language-one-label }) in one of the two official languages (English/French)
        }
       *[other] have level { $language-one } ({ $language-one-label }) in one of the two official languages (English/French) and at least level { $language-other } ({ $language-other-label }) in the other
    }

# How many posts are to be filled: the number in words, then with its noun.
openings-in-words =
    { $openings ->
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
       *[other] { NUMBER($openings) }
    }

openings =
    { $openings ->
        [one] { openings-in-words } post
       *[other] { openings-in-words } posts
    }

direct-reports =
    { $direct-reports ->
        [0] no direct reports
        [1] one direct report
        [2] two direct reports
        [3] three direct reports
        [4] four direct reports
        [5] five direct reports
        [6] six direct reports
        [7] seven direct reports
        [8] eight direct reports
        [9] nine direct reports
       *[other] { NUMBER($direct-reports) } direct reports
    }

indirect-reports =
    { $indirect-reports ->
        [0] no indirect reports
        [1] one indirect report
        [2] two indirect reports
        [3] three indirect reports
        [4] four indirect reports
        [5] five indirect reports
        [6] six indirect reports
        [7] seven indirect reports
        [8] eight indirect reports
        [9] nine indirect reports
       *[other] { NUMBER($indirect-reports) } indirect reports
    }

# Opens a list of qualifications.
qualifications-must = The incumbent must:
qualifications-asset = The following would be considered an advantage:
