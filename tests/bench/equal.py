"""Whether a peer did our work: every page of a signatory and the site map, byte for byte."""

from pathlib import Path

from work import Work


def demand_equal(work: Work, name: str, output: Path) -> None:
    """SystemExit naming the first file that a peer made otherwise than we did, or did not make."""
    for path in work.paths():
        ours, theirs = work.built / path, output / path
        if not theirs.is_file() or ours.read_bytes() != theirs.read_bytes():
            raise SystemExit(f"{name} did not do equal work: {path} differs from {ours}")
