"""What stops the reading of a file: rules about files and YAML, for the guide. They are held beside this module."""

READING_RULES = {
    "file-missing": ("The file is there, and is a file.", "check data/imzacilar.yaml"),
    "file-size": ("A file has at most 12 MB and 600,000 lines.", "a file of 100 MB"),
    "file-slow": ("A file of a pull request is merged within a minute.", "a file that keeps the program busy"),
    "file-empty": ("A file holds something.", "a file with comments alone"),
    "file-binary": ("A file is text.", "a PNG with the name signatories.yaml"),
    "file-encoding": ("A file is written in UTF-8.", "a file saved as Windows-1254"),
    "file-unwritable": ("A file that a command writes can be written.", "a file in a folder that is not there"),
    "file-access": (
        "A command may use its files, and the disk has room.",
        "a file that only others may read",
    ),
    "control-character": ("No control character stands in a file.", "a name with U+0007"),
    "merge-conflict": ("No conflict is left unresolved.", "<<<<<<< ours"),
    "more-problems": ("Where a file has very many problems, the first 200 are shown.", "10,000 entries without a name"),
    "yaml-syntax": ("A file is YAML.", 'tr: "Deneme Belediyesi'),
    "yaml-anchor": ("No value is marked to be used again.", "tr: &ad Deneme Belediyesi"),
    "yaml-alias": ("Every value is written where it belongs.", "tr: *ad"),
    "yaml-tag": ("No value says of what type it is.", "tr: !!str Deneme Belediyesi"),
    "yaml-document": ("A file is one document.", "--- in the middle of the file"),
    "yaml-size": ("A file is no deeper and holds no more than a registry can.", "ten thousand times ["),
    "yaml-key": ("The name of a field is a short plain text.", "? [signatories]"),
}
"""Rule → its sentence, and an example that breaks it."""
