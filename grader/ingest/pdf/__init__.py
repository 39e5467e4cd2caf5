"""What a PDF draws, put together again: lines, paragraphs, running heads."""
