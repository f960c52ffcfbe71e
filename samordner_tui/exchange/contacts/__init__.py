"""People out of address books: vCards as telephones and mail programs write them, and tables with a person a row."""
