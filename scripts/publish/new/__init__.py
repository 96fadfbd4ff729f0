"""A project for another declaration: the generator, and a skeleton of all that is the declaration's own."""
