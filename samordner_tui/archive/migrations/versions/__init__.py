"""One file a revision, named by the version of the tables it makes: `0002_….py` has the revision `0002`."""
