# How the papers' non-optimised images are made: one stage, nothing of what the build needed is taken away again.
FROM {base}
# Whatever is half made when a build ends badly carries it, and is found by it.
LABEL dev.tarebench.owner={owner}
WORKDIR /source
COPY source/ ./
WORKDIR /source/{folder}
{commands}
COPY inputs/ /work/
WORKDIR /work
ENTRYPOINT ["/program"]
