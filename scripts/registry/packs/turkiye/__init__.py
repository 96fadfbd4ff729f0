"""The rules of Türkiye: municipalities, provinces, official names, personal data."""
