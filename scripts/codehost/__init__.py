"""The desk where requests are answered: events of the code host in, pull requests and comments out."""
