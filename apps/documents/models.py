"""Files of the school, known by what they are and by their hash. The bytes lie in the school's own folder."""

from django.db import models

from apps.core.fields import CodeField
from apps.documents.enums import FileKind


class StoredFile(models.Model):
    """A file that came in, or a paper that was sealed. It is never changed; a newer one is another row."""

    name = models.CharField(max_length=120)
    kind = CodeField(FileKind)
    size = models.PositiveIntegerField()
    pages = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Of a PDF.")
    sha256 = models.CharField(max_length=64)
    path = models.CharField(max_length=120)
    dated = models.DateField(null=True, blank=True, help_text="The day the paper speaks for, apart from the upload.")
    subject_type = models.CharField(max_length=40, blank=True)
    subject_id = models.BigIntegerField(null=True, blank=True)
    stored_by = models.CharField(max_length=160, blank=True)
    stored_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("subject_type", "subject_id", "id")
        indexes = (models.Index(fields=["subject_type", "subject_id"]),)

    def __str__(self) -> str:
        return self.name
