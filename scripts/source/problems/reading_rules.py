"""The rules about files and YAML, for the contribution guide; the readers in `source` enforce them."""

READING_RULES = {
    "file-missing": ("There is a file in the given place, not a folder.", "check data/imzacilar.yaml"),
    "file-size": ("A file has at most 12 MB and 600,000 lines.", "a file of 100 MB"),
    "file-slow": ("A file in a pull request can be merged within a minute.", "a file that keeps the program busy"),
    "file-empty": ("A file is not empty.", "a file with nothing but comments"),
    "file-binary": ("A file is text.", "a PNG named signatories.yaml"),
    "file-encoding": ("A file is encoded in UTF-8.", "a file saved as Windows-1254"),
    "file-unwritable": ("A file that a command writes can be written.", "a file in a folder that does not exist"),
    "file-access": (
        "The system lets a command use its files, and the disk has space.",
        "a file that only others may read",
    ),
    "control-character": ("A file contains no control character.", "a name with U+0007"),
    "merge-conflict": ("No merge conflict is left unresolved.", "<<<<<<< ours"),
    "more-problems": ("If a file has very many problems, the first 200 are shown.", "10,000 entries without a name"),
    "yaml-syntax": ("A file is valid YAML.", 'tr: "Deneme Kurumu'),
    "yaml-anchor": ("No value is marked for reuse.", "tr: &ad Deneme Kurumu"),
    "yaml-alias": ("Every value is written where it belongs.", "tr: *ad"),
    "yaml-tag": ("No value declares its type.", "tr: !!str Deneme Kurumu"),
    "yaml-document": ("A file is one document.", "--- in the middle of the file"),
    "yaml-size": ("A file is neither deeper nor larger than a registry can be.", "[ ten thousand times in a row"),
    "yaml-key": ("The name of a field is a short plain text.", "? [signatories]"),
}
"""Rule → its sentence, and an example that breaks it."""
