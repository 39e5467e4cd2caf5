"""What is asked of an essay, and what it is worth: schema, strict loader, bands, the rubrics that come along."""
