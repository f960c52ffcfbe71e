"""What is handed out and drawn. The geometry here is drawn by the screen too."""
