"""The jobs that workers do, and when the clock asks for them."""
