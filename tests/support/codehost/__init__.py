"""A strict stand-in for the code host: REST and git over HTTP as GitHub documents them, with permissions and faults."""

from support.codehost.access import BOT, Token
from support.codehost.faults import Fault
from support.codehost.host import CodeHost
from support.codehost.server import serve

__all__ = ["BOT", "CodeHost", "Fault", "Token", "serve"]
