"""The sheets of ``rekap.xlsx``, one a module; each takes the submissions one at a time and keeps none of them."""
