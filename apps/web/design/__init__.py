"""The pattern book: every building block in every state, with invented data. Development only."""
