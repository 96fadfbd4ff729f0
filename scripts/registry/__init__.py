"""The registry of signatories: its model, its rules, its file, and requests for a listing."""
