using Pyventus;

// The plot begins without handlers, and a changed event of one handler has only the one added at run time.
[assembly: HandledElsewhere("sync.0")]
[assembly: HandledElsewhere("changed.1")]
