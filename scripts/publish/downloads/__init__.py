"""The whole text as files to download: one model, one template for each format."""
