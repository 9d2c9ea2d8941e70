/** How a tool comes to this machine: one file per package client, each driving the ordinary client and nothing else. */
@NullMarked
package dev.tarebench.toolchains.install;

import org.jspecify.annotations.NullMarked;
