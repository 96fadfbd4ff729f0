"""Names that Windows keeps for devices: it can hold no file or folder that is called so, whatever its ending."""

import re

_DEVICE = re.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", re.IGNORECASE)


def is_device_name(name: str) -> bool:
    """Whether Windows takes the name of a file or folder for a device: "con", "COM1", "nul.png"."""
    return _DEVICE.fullmatch(name) is not None
