"""The web interface: server-rendered pages over the domain verbs."""
