"""What a later edition needs: its files, prepared, and its comparison with earlier texts."""
