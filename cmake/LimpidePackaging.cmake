# install and .deb
