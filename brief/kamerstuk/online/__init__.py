"""Look up papers at the open data of the Tweede Kamer (OData 4), and say what differs from the register.

Off unless asked for: nothing here runs, or touches the network, without `--online`. `look_up_all(stukken, plaatsen,
open_data())` gives findings; a failure of the network is a finding too.
"""

from brief.kamerstuk.online.compare import look_up_all
from brief.kamerstuk.online.fetch import OpenData, open_data

__all__ = ["OpenData", "look_up_all", "open_data"]
