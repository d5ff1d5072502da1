"""The peer of the page's speed: the smallest Streamlit app of one slider and one Plotly chart."""

import numpy
import plotly.graph_objects
import streamlit

peak = streamlit.slider("Max LR", 0.0, 1.0, 0.5, 0.01)
epochs = numpy.linspace(0, 50, 400)
rates = peak * 0.5 * (1 + numpy.cos(numpy.pi * epochs / 50))
streamlit.plotly_chart(plotly.graph_objects.Figure(plotly.graph_objects.Scatter(x=epochs, y=rates)))
