"""The screens, one module each; all but the unlock screen are imported after the archive is opened."""
