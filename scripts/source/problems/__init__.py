"""Error messages about input files, the catalogues that translate them, and how they are printed."""

from source.problems.collector import Collector
from source.problems.message import Message
from source.problems.problem import BLANK, FILL_IN, MOST, Problem, SourceError, as_text, excerpt, refuse

__all__ = ["BLANK", "FILL_IN", "MOST", "Collector", "Message", "Problem", "SourceError", "as_text", "excerpt", "refuse"]
