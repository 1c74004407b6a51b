"""What happened in the district layer, sent once its transaction has committed. Arguments are primitives."""

from django.dispatch import Signal

# names the question and whom it was put to: survey_id and schools, strings
survey_asked = Signal()
# names the district: district_id, a string
frame_changed = Signal()
