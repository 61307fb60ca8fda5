### Les deux façons de postuler, affichées tant que l'avis est ouvert aux candidatures.

apply-public = Postuler sur le portail de recrutement
    .audience = Pour l'ensemble des candidat(e)s
    .url = https://careers-portal.example.org/jobs?lang=fr&ref={ $reference }

apply-staff = Postuler sur le portail interne
    .audience = Pour les membres du personnel en fonction
    .url = https://staff-portal.example.org/mobility?lang=fr&ref={ $reference }
