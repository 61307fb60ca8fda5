### The two ways to apply, shown while a notice takes applications.

apply-public = Apply on the careers portal
    .audience = For all candidates
    .url = https://careers-portal.example.org/jobs?lang=en&ref={ $reference }

apply-staff = Apply on the internal portal
    .audience = For serving staff members
    .url = https://staff-portal.example.org/mobility?lang=en&ref={ $reference }
