### Labels of the vocabulary of site.yaml.
### The label of a contract is the attribute .label of its clause, in clauses.ftl.

organisation-nato = NATO
organisation-nato-is = NATO International Staff
organisation-jla = Joint Logistics Agency

feed-brussels = Vacancies in Brussels
feed-jla = Vacancies at the Joint Logistics Agency
feed-senior = Senior vacancies (grades G15 to G24)

location-brussels = Brussels, Belgium
location-mons = Mons, Belgium
location-luxembourg = Luxembourg, Luxembourg
location-the-hague = The Hague, Netherlands

schedule-full-time = Full-time
schedule-part-time = Part-time

clearance-NU = NATO UNCLASSIFIED
clearance-NR = NATO RESTRICTED
clearance-NC = NATO CONFIDENTIAL
clearance-NS = NATO SECRET
clearance-CTS = COSMIC TOP SECRET

language-level-I = beginner
language-level-II = elementary
language-level-III = intermediate
language-level-IV = upper intermediate
language-level-V = advanced
