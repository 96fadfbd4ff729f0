"""Pictures: social cards, badges, logos, icons, set by Typst or drawn by Pillow."""
