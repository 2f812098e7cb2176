"""Look up papers and promises at the open data of the Tweede Kamer (OData 4), and say what it knows of them.

Off unless asked for: nothing here runs, or touches the network, without `--online`. `look_up([*of_papers(stukken,
plaatsen), *of_promises(nummers, plaats)], open_data())` gives findings; a failure of the network is a finding too.
"""

from brief.kamerstuk.online.asking import look_up
from brief.kamerstuk.online.compare import look_up_all, of_papers
from brief.kamerstuk.online.fetch import OpenData, open_data
from brief.kamerstuk.online.promises import of_promises

__all__ = ["OpenData", "look_up", "look_up_all", "of_papers", "of_promises", "open_data"]
