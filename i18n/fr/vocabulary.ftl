### Libellés du vocabulaire de site.yaml.
### Le libellé d'un contrat est l'attribut .label de sa clause, dans clauses.ftl.

organisation-nato = OTAN
organisation-nato-is = OTAN, Secrétariat international
organisation-jla = Agence conjointe de logistique

feed-brussels = Postes à Bruxelles
feed-jla = Postes à l'Agence conjointe de logistique
feed-senior = Postes de cadre (grades G15 à G24)

location-brussels = Bruxelles, Belgique
location-mons = Mons, Belgique
location-luxembourg = Luxembourg, Luxembourg
location-the-hague = La Haye, Pays-Bas

schedule-full-time = Temps plein
schedule-part-time = Temps partiel

clearance-NU = NATO SANS CLASSIFICATION
clearance-NR = NATO DIFFUSION RESTREINTE
clearance-NC = NATO CONFIDENTIEL
clearance-NS = NATO SECRET
clearance-CTS = COSMIC TRÈS SECRET

language-level-I = débutant
language-level-II = élémentaire
language-level-III = intermédiaire
language-level-IV = intermédiaire supérieur
language-level-V = avancé
