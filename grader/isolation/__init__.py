"""Work on what strangers made, in a child process within limits: what ends or stalls a library there costs one file.

``process`` is the program's side, ``child`` and ``limits`` the child's; ``frames`` is what goes between them.
"""
