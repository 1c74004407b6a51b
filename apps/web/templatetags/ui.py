"""The tags and filters of the house. Registered as a builtin: pages use them without `load`.

docs/design-system.md lists every tag with its arguments.
"""

from django import template

from apps.web.templatetags import ui_charts, ui_data, ui_forms, ui_frame, ui_marks, ui_papers

register = template.Library()
for _part in (ui_marks, ui_frame, ui_data, ui_papers, ui_forms, ui_charts):
    register.tags.update(_part.register.tags)
    register.filters.update(_part.register.filters)
