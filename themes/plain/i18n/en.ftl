# What the templates say; amounts, states, titles and labels of facts are diptych's own. The same ids stand in fr.ftl.
skip-link = Skip to main content
publisher = Published by
list-empty = There are no vacancies on this list at the moment.
no-applications = Applications are no longer accepted.
fact-employer = Employer
calendar-link = File for your calendar (.ics)
apply-title = Apply
post-title = The post
contents-title = Contents
follow-calendar = Calendar of deadlines
root-text = Read the vacancies in English
