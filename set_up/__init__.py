"""Makes the machine ready and starts what ./run and ./test promise; standard library only."""
