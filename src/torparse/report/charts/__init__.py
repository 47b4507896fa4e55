"""Charts of the comparison: how many must be there, how early papers come, how often they meet, how often terms are
reviewed, and how decisions are made.

Each chart is a question with an answer in words, drawings, and a table with every reading and a link to its clause.

The drawings are our own SVG, of two kinds (a dot with a whisker, a bar) and a few dozen lines: altair with vl-convert
takes 105 MB and gives SVG without our titles, roles and patterns, matplotlib 173 MB and text as outlines. Ours take
their colours from the page's style, so that dark mode, forced colours and print need nothing further, and keep their
text at its size on a phone.
"""

from torparse.report.charts.model import ChartView
from torparse.report.charts.views import chart_views

__all__ = ["ChartView", "chart_views"]
