"""What the installed packages say, and whether it is said in Vietnamese.

The packages' own sources are read, not their English catalogues: those list what the package could say (allauth's
carries social accounts and OpenID, Django's a hundred names of languages), and some packages ship none. Only the
scripts of the browser are read from the package's English `djangojs.po`, because what is installed of them is one
minified bundle.
"""
