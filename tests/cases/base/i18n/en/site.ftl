section-summary = Summary
section-duties = Duties
section-application = How to apply
section-legal = Legal
how-to-apply = Applications reach us by { deadline }.
contract-standard = The contract is for three years.
    .label = Standard
contract-temporary = The contract is for one year.
    .label = Temporary
diversity = All are welcome.
apply-all = Apply
    .url = https://apply.example.org/{ $reference }
    .audience = Everybody
organisation-headquarters = Headquarters
location-brussels = Brussels
location-mons = Mons
schedule-full-time = Full-time
schedule-part-time = Part-time
clearance-NC = CONFIDENTIAL
clearance-NS = SECRET
language-level-III = intermediate
language-level-V = advanced
grade = { $grade }
time-zone = Brussels time
deadline =
    { $ongoing ->
        [yes] open until filled
       *[no] { DATETIME($deadline, dateStyle: "long") }
    }
