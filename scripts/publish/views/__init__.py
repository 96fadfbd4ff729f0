"""Views of the model that pages and data share: signatories, corrections, notes, differences."""
