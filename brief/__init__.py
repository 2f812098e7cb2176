"""Make the Kamerbrief "Uitkomsten BO's Leefomgeving" and its afsprakenlijst from the dossiers of the landsdelen."""

__version__ = "0.1.0"
